# The mathematics: build/libservqual.a.
# SPDX-License-Identifier: GPL-3.0-or-later

SRC := $(wildcard src/*/*.c)

$B/libservqual.a: $(SRC:%.c=$B/%.o)
	@rm -f $@
	$Q$(AR) rcs $@ $^

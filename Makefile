# servqual: build, demonstrate, test. `make help` says what there is; each folder has its rules.mk.
# SPDX-License-Identifier: GPL-3.0-or-later

VERSION := 0.1.0
B := build
CC ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif
AR ?= ar
PKG_CONFIG ?= pkg-config
PYTHON ?= /usr/bin/python3
# As LibreOffice names it; also where the extension says what it is built for.
PLATFORM ?= $(shell uname -s)_$(shell uname -m)
LIBREOFFICE ?= /usr/lib/libreoffice
SDK := $(LIBREOFFICE)/sdk

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers
CFLAGS ?= -O2 -g
# Warnings are errors where CI is set (.ci/run), with the compilers that are known there.
SQ_CFLAGS := -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden $(WARNINGS) $(if $(CI),-Werror) -Isrc $(CFLAGS) $(EXTRA_CFLAGS)
UNO_CFLAGS := -DLINUX -DUNX -DSAL_UNX -Iaddin -isystem $(LIBREOFFICE:%/lib/libreoffice=%)/include/libreoffice
# All by name, so that the loader finds them beside the component. Asked for when used: a new machine gets the GSL first.
GSL_LIBS = -Wl,--no-as-needed $(shell $(PKG_CONFIG) --libs gsl)
UNO_LIBS := -L$(SDK)/lib -luno_cppu -luno_sal

# As many at a time as there are cores, unless told otherwise; `make V=1` shows the commands.
MAKEFLAGS += -j$(shell nproc)
Q := $(if $V,,@)
all: $B/servqual.oxt ## build the extension: build/servqual.oxt

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | sort | expand -t 14

# ---- What the machine needs. On Debian and its kin apt installs what is missing, looked at once per checkout; elsewhere
# it is yours to install.

BUILD_PACKAGES := gcc libc6-dev libgsl-dev 'pkgconf|pkg-config' libreoffice-dev 'libreoffice-calc-nogui|libreoffice-calc' gettext zip unzip cmark-gfm
DEMO_PACKAGES := $(BUILD_PACKAGES) python3 python3-uno poppler-utils fonts-noto-cjk
TEST_PACKAGES := $(DEMO_PACKAGES) libcmocka-dev valgrind libreoffice-l10n-zh-cn \
  parallel rsync groff-base openssh-server openssh-client bubblewrap python3-openpyxl locales xvfb xauth xdotool openbox
BENCH_PACKAGES := $(TEST_PACKAGES) g++ r-base-core r-cran-psych r-cran-lavaan
LINT_PACKAGES := clang libclang-rt-14-dev clang-format clang-tidy cppcheck

deps: $B/packages.test ## install through apt whatever build, demonstration and tests need

$B/packages.build: ; @addin/packages.sh $(BUILD_PACKAGES) && mkdir -p $B && touch $@
$B/packages.demo: | $B/packages.build ; @addin/packages.sh $(DEMO_PACKAGES) && touch $@
# The tests look at windows: where the office without them is installed, the whole one takes its place.
$B/packages.test: | $B/packages.demo ; @addin/packages.sh $(TEST_PACKAGES) && addin/packages.sh --replace libreoffice-calc && touch $@
$B/packages.bench: | $B/packages.test ; @addin/packages.sh $(BENCH_PACKAGES) && touch $@
$B/packages.compat: | $B/packages.build ; @addin/packages.sh debootstrap && touch $@
$B/packages.lint: | $B/packages.build ; @addin/packages.sh $(LINT_PACKAGES) && touch $@

# ---- Objects: one way to compile. The mathematics and its tests see no UNO. Each object writes down the headers that it
# read (.d), all of which are included at the end: what is touched is compiled anew, and so is everything after a change of
# flags.

UNO_OF = $(if $(filter src/% tests/unit/%,$<),,$(UNO_CFLAGS))
define compile
	@mkdir -p $(@D)
	$(if $V,,@echo "  compile $<$(if $2, for $2)")
	$Q$(or $3,$(CC)) $(SQ_CFLAGS) $(UNO_OF) $1 -MMD -MP -c $< -o $@
endef

$B/%.o: %.c $B/flags | $B/packages.build
	$(call compile)

include src/rules.mk addin/rules.mk samples/rules.mk tests/rules.mk

FLAGS := $(CC) $(SQ_CFLAGS) $(UNO_CFLAGS) $(SANITIZE) $(CLANG_FUZZ)
ifneq ($(FLAGS),$(file <$B/flags))
$(shell mkdir -p $B && echo '$(FLAGS)' > $B/flags)
endif

# ---- For those who change it. cppcheck takes SQ_TAKE's sizeof for a look at the pointer.

format: | $B/packages.lint ## lay out the C code
	clang-format -i $(shell git ls-files '*.c' '*.h')

lint: | $B/packages.lint ## clang's and cppcheck's opinion, and the layout
	clang-format --dry-run --Werror $(shell git ls-files '*.c' '*.h')
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
	  --suppress=uninitStructMember --suppress=missingInclude --suppress=ctuuninitvar -Isrc -Iaddin src addin
	clang-tidy --quiet --warnings-as-errors='*' $(SRC) $(ADDIN) addin/generate.c -- $(filter-out -Werror,$(SQ_CFLAGS)) $(UNO_CFLAGS)
	@for f in $(SRC) $(ADDIN) addin/generate.c; do clang -fsyntax-only -Werror $(SQ_CFLAGS) $(UNO_CFLAGS) $$f || exit 1; done

clean: ## remove all that was built
	rm -rf $B

-include $(shell find $(wildcard $B/src $B/addin $B/tests $(SANITIZED) $(FUZZ)) /dev/null -name '*.d')
.PHONY: all help deps idl install uninstall pot update-po reference demo samples workbooks test fuzz fuzz-packages kills soak bench compat format lint clean
.DELETE_ON_ERROR:

# servqual: build, demonstrate, test. `make help` says what there is.
# SPDX-License-Identifier: GPL-3.0-or-later

VERSION := 0.1.0
B := build
LIBREOFFICE ?= /usr/lib/libreoffice
SDK := $(LIBREOFFICE)/sdk
PYTHON := /usr/bin/python3

# Warnings are errors with the compilers that CI has; EXTRA_CFLAGS is for everyone else.
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror
CFLAGS ?= -O2 -g
SQ_CFLAGS := -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden $(WARNINGS) -Isrc $(CFLAGS) $(EXTRA_CFLAGS)
UNO_CFLAGS := -DLINUX -DUNX -DSAL_UNX -Iaddin -Iaddin/functions -isystem /usr/include/libreoffice
# Both by name, so that the loader finds both beside the component.
GSL_LIBS := -Wl,--no-as-needed -lgsl -lgslcblas -lm
UNO_LIBS := -L$(SDK)/lib -luno_cppu -luno_sal
# A variable that was not set holds what no index survives.
SANITIZE := -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -ftrivial-auto-var-init=pattern \
  -fno-omit-frame-pointer -O1 -g
CLANG_FUZZ := $(SANITIZE) -fsanitize=fuzzer -w

SRC := $(wildcard src/*.c)
ADDIN := $(filter-out addin/generate.c,$(wildcard addin/*.c addin/functions/*.c))
SRC_OBJECTS := $(SRC:%.c=$B/%.o)
ADDIN_OBJECTS := $(ADDIN:%.c=$B/%.o) $B/zh_CN.mo.o
SANITIZED := $B/sanitized
UNIT_TESTS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/test_*.c))
WORKBOOK_PLANS := $(wildcard tests/workbooks/*.plan)

# `make V=1` shows the commands.
Q := $(if $V,,@)
all: $B/servqual.oxt ## build the extension: build/servqual.oxt

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# ---- What the machine needs. Looked at once per checkout; apt installs only what is missing.

BUILD_PACKAGES := gcc libc6-dev libgsl-dev libreoffice-dev 'libreoffice-calc-nogui|libreoffice-calc' gettext zip unzip cmark-gfm
DEMO_PACKAGES := $(BUILD_PACKAGES) python3 python3-uno poppler-utils fonts-noto-cjk
TEST_PACKAGES := $(DEMO_PACKAGES) libcmocka-dev valgrind libreoffice-l10n-zh-cn \
  parallel rsync groff-base openssh-server openssh-client bubblewrap python3-openpyxl locales xvfb xauth xdotool
BENCH_PACKAGES := $(TEST_PACKAGES) g++ r-base-core r-cran-psych
LINT_PACKAGES := clang libclang-rt-14-dev clang-format clang-tidy cppcheck

$B/packages.build: ; @addin/packages.sh $(BUILD_PACKAGES) && mkdir -p $B && touch $@
$B/packages.demo: | $B/packages.build ; @addin/packages.sh $(DEMO_PACKAGES) && touch $@
# The tests look at windows: where the office without them is installed, the whole one takes its place.
$B/packages.test: | $B/packages.demo ; @addin/packages.sh $(TEST_PACKAGES) && addin/packages.sh --replace libreoffice-calc && touch $@
$B/packages.bench: | $B/packages.test ; @addin/packages.sh $(BENCH_PACKAGES) && touch $@
$B/packages.compat: | $B/packages.build ; @addin/packages.sh debootstrap && touch $@
$B/packages.lint: | $B/packages.build ; @addin/packages.sh $(LINT_PACKAGES) && touch $@

# ---- Objects: one way to compile, three folders of them. The mathematics and its tests see no UNO. Each object
# writes down the headers that it read (.d), all of which are included at the end: what is touched is compiled anew,
# and so is everything after a change of flags.

UNO_OF = $(if $(filter src/% tests/unit/%,$<),,$(UNO_CFLAGS))
define compile
	@mkdir -p $(@D)
	$(if $V,,@echo "  compile $<$(if $2, for $2)")
	$Q$(or $3,gcc) $(SQ_CFLAGS) $(UNO_OF) $1 -MMD -MP -c $< -o $@
endef

FLAGS := $(SQ_CFLAGS) $(UNO_CFLAGS) $(SANITIZE) $(CLANG_FUZZ)
ifneq ($(FLAGS),$(file <$B/flags))
$(shell mkdir -p $B && echo '$(FLAGS)' > $B/flags)
endif

$B/%.o: %.c $B/flags | $B/packages.build
	$(call compile)

$B/tests/%.o: tests/%.c $B/flags | $B/packages.test
	$(call compile)

$(SANITIZED)/%.o: %.c $B/flags | $B/packages.test
	$(call compile,$(SANITIZE),the sanitizers)

# ---- The add-in.

$B/libservqual.a: $(SRC_OBJECTS)
	@rm -f $@
	$Qar rcs $@ $^

$B/zh_CN.mo: addin/po/zh_CN.po | $B/packages.build
	$Qmsgfmt --check --no-hash -o $@ $<

# The compiled catalogue as an object: its bytes begin at the symbol zh_CN_mo.
$B/zh_CN.mo.o: $B/zh_CN.mo
	$Qprintf '.section .rodata\n.global zh_CN_mo\n.hidden zh_CN_mo\n.balign 8\nzh_CN_mo: .incbin "$<"\n.section .note.GNU-stack,"",%%progbits\n' | gcc -x assembler -c - -o $@

$B/generate: $B/addin/generate.o $(ADDIN_OBJECTS) $B/libservqual.a
	$Qgcc $^ $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program -o $@

$B/oxt/servqual.so: $(ADDIN_OBJECTS) $B/libservqual.a
	@mkdir -p $(@D)
	$Qgcc -shared -Wl,-z,defs -Wl,-rpath,'$$ORIGIN' $^ $(UNO_LIBS) $(GSL_LIBS) -o $@

# The published contract is committed. The build compares; `make idl` is the decision to change it.
$B/idl.checked: $B/generate $(wildcard idl/org/servqual/*.idl)
	@rm -rf $B/idl && mkdir -p $B/idl/org/servqual && $B/generate idl $B/idl/org/servqual
	@diff -r -u idl $B/idl || { echo; \
	  echo "The functions declared in addin/functions differ from the contract in idl/ (above)."; \
	  echo "If that is what you want, run \`make idl\`, read \`git diff idl\`, and commit it."; exit 1; }
	@touch $@

idl: $B/generate ## write idl/ anew after the declared functions have changed
	@rm -rf idl && mkdir -p idl/org/servqual && $B/generate idl idl/org/servqual && git --no-pager diff --stat -- idl

$B/oxt/servqual.rdb: $B/idl.checked
	@mkdir -p $(@D)
	$Q$(SDK)/bin/unoidl-write $(LIBREOFFICE)/program/types.rdb $(LIBREOFFICE)/program/types/offapi.rdb idl $@

$B/oxt/CalcAddIns.xcu: $B/generate
	@mkdir -p $(@D)
	$Q$B/generate xcu > $@

# LibreOffice alone must do on the user's machine, so the GSL travels in the extension.
$B/oxt/gsl.copied: | $B/packages.build
	@mkdir -p $(@D)
	$Qfor library in gsl gslcblas; do file=$$(gcc -print-file-name=lib$$library.so); \
	  cp -L $$file $(@D)/$$(objdump -p $$file | awk '/SONAME/ { print $$2 }') || exit 1; done
	@touch $@

# The menu of Calc: a library of Basic that drives what the add-in computes.
MENU := $(basename $(notdir $(wildcard addin/menu/*.bas))) Texts
MENU_TEXTS = grep -ohE '\<[$1]\("([^"]|"")*"' addin/menu/*.bas
$B/oxt/Addons.xcu: $B/generate
	@mkdir -p $(@D)
	$Q$B/generate menu > $@

$B/oxt/ServQual/%.xba: addin/menu/%.bas $B/generate
	@mkdir -p $(@D)
	$Q$B/generate basic $* < $< > $@

# The texts that the menu puts into workbooks, from either language into the other.
$B/oxt/ServQual/Texts.xba: $(wildcard addin/menu/*.bas) $B/generate
	@mkdir -p $(@D)
	$Q{ echo 'Function Translated(text As String, tag As String) As String'; echo '    Dim other As String'; \
	  echo '    Translated = text'; echo '    If IsChinese(tag) Then other = "en" Else other = "zh"'; \
	  $(call MENU_TEXTS,WL) | sed 's/^.(//' | sort -u | sed 's/.*/    If text = L(&, other) Then Translated = L(&, tag)/'; \
	  echo 'End Function'; } | $B/generate basic Texts > $@

# The reference as pages of its own, for the menu's "Help".
HELP := functions functions.zh-CN path-models path-models.zh-CN
$B/oxt/help/%.html: addin/reference/%.md addin/menu/help.html | $B/packages.build
	@mkdir -p $(@D)
	$Q{ cat addin/menu/help.html; cmark-gfm -e table $< | sed 's/\.md"/.html"/g'; echo '</html>'; } > $@

# The samples as templates, for LibreOffice's template manager and the menu's "Open a sample".
TEMPLATES := $(basename $(notdir $(wildcard samples/*.ods)))
$B/oxt/template/servqual/%.ots: samples/%.ods | $B/packages.build
	@mkdir -p $(@D) && rm -rf $@ $B/template.$* && unzip -q $< -d $B/template.$*
	$Qcd $B/template.$* && printf application/vnd.oasis.opendocument.spreadsheet-template > mimetype && \
	  sed -i 's/opendocument.spreadsheet"/opendocument.spreadsheet-template"/' META-INF/manifest.xml && \
	  zip -q -X -0 $(CURDIR)/$@ mimetype && zip -q -X -r $(CURDIR)/$@ . -x mimetype

PACKAGE := $(wildcard addin/package/*)
$B/servqual.oxt: $B/oxt/servqual.so $B/oxt/servqual.rdb $B/oxt/CalcAddIns.xcu $B/oxt/gsl.copied $B/oxt/Addons.xcu \
  $(MENU:%=$B/oxt/ServQual/%.xba) $(HELP:%=$B/oxt/help/%.html) $(TEMPLATES:%=$B/oxt/template/servqual/%.ots) $(PACKAGE) LICENSE Makefile
	@mkdir -p $B/oxt/META-INF
	$Qsed 's/@VERSION@/$(VERSION)/' addin/package/description.xml > $B/oxt/description.xml
	$Qcp addin/package/manifest.xml $B/oxt/META-INF/
	$Qcp addin/package/*.components addin/package/*.xcu addin/package/*.txt addin/package/*.sh addin/package/icon.png LICENSE $B/oxt/
	$Q{ cat addin/menu/library.xlb; echo '</library:library>'; } > $B/oxt/ServQual/dialog.xlb
	$Q{ cat addin/menu/library.xlb; printf ' <library:element library:name="%s"/>\n' $(MENU); echo '</library:library>'; } > $B/oxt/ServQual/script.xlb
	@rm -f $@
	$Qcd $B/oxt && zip -q -X -r ../servqual.oxt . -x gsl.copied
	@echo "  $@"

# ---- The person's own office.

# The command servqual-batch goes to PREFIX; with DESTDIR, for packagers, only the files are put.
PREFIX ?= $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)
BATCH := $(wildcard addin/batch/*.py)

$B/servqual-batch.1: addin/batch/servqual-batch.1 addin/batch/options.py | $B/packages.demo
	$Q$(PYTHON) addin/batch/options.py $< | sed 's/@VERSION@/$(VERSION)/' > $@

install: $B/servqual.oxt $B/servqual-batch.1 ## the extension into your own LibreOffice, servqual-batch into PREFIX
	@[ -n "$(DESTDIR)" ] || addin/install.sh add $<
	$Qinstall -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/servqual" "$(DESTDIR)$(PREFIX)/share/man/man1"
	$Qinstall -m 644 $B/servqual-batch.1 "$(DESTDIR)$(PREFIX)/share/man/man1/"
	$Qinstall -m 755 addin/servqual-batch "$(DESTDIR)$(PREFIX)/bin/"
	$Qinstall -m 644 $(BATCH) $< "$(DESTDIR)$(PREFIX)/share/servqual/"
	@echo "servqual-batch is in $(DESTDIR)$(PREFIX)/bin."

uninstall: ## remove both again
	@addin/install.sh remove org.servqual.addin
	rm -f "$(PREFIX)/bin/servqual-batch" "$(PREFIX)/share/man/man1/servqual-batch.1"
	rm -rf "$(PREFIX)/share/servqual"

# ---- Languages.

pot: $B/servqual.pot
$B/servqual.pot: $B/generate $(wildcard addin/*.c addin/functions/*.[ch] addin/menu/*) $(SRC)
	$B/generate names > $B/names.c
	$(call MENU_TEXTS,UWL) | sed 's/""/\\"/g; s/^.(/N_(/; s/$$/)/' > $B/menu.c
	xgettext --from-code=UTF-8 --language=C --keyword=N_ --no-location --package-name=servqual \
	  --package-version=$(VERSION) -o $@ addin/functions/*.[ch] addin/*.c addin/menu/entries.h $(SRC) $B/names.c $B/menu.c

update-po: $B/servqual.pot ## bring addin/po/zh_CN.po up to the texts in the code
	msgmerge --update --backup=none --no-fuzzy-matching --no-location addin/po/zh_CN.po $<
	msgfmt --statistics -o /dev/null addin/po/zh_CN.po

# ---- Samples and the demonstration. Tests find the office's driver, addin/batch/office.py, here too.

export PYTHONPATH := $(CURDIR)/samples:$(CURDIR)/addin/batch

# The extension in a private folder: nothing of the person's own office is touched.
$B/demo/packages/installed: $B/servqual.oxt addin/batch/office.py | $B/packages.demo
	@echo "  install $< into $(@D)"
	@$(PYTHON) addin/batch/office.py install $(@D) $<
	@touch $@

demo: $B/demo/packages/installed samples/kiosk.ods ## the five gaps of a real survey, from nothing to a printed table
	@$(PYTHON) samples/demo.py $(<D) samples/kiosk.ods $B/demo

samples: $B/demo/packages/installed ## make the sample workbooks anew: samples/*.ods
	@$(PYTHON) samples/build_samples.py $(<D)

reference: $B/generate ## write the function reference anew: addin/reference/*.md
	@mkdir -p addin/reference
	$B/generate reference en > addin/reference/functions.md
	$B/generate reference zh-CN > addin/reference/functions.zh-CN.md

# ---- Tests.

# Unit tests, three times: plain, under the sanitizers, and (plain) under valgrind.
$(UNIT_TESTS:%=$B/unit/%): $B/unit/%: $B/tests/unit/%.o $B/libservqual.a
	@mkdir -p $(@D)
	$Qgcc $^ -lcmocka $(GSL_LIBS) -o $@

$(UNIT_TESTS:%=$(SANITIZED)/%): $(SANITIZED)/%: $(SANITIZED)/tests/unit/%.o $(SRC:%.c=$(SANITIZED)/%.o)
	$Qgcc $(SANITIZE) $^ -lcmocka $(GSL_LIBS) -o $@

# The probe: another add-in on our floor that shows what Calc hands over (tests/e2e/probe).
PROBE := $B/probe
PROBE_OBJECTS := $(filter-out $B/addin/catalogue.o $B/addin/functions/%,$(ADDIN_OBJECTS)) $B/tests/e2e/probe/probe.o

$(PROBE)/generate: $B/addin/generate.o $(PROBE_OBJECTS) $B/libservqual.a
	@mkdir -p $(@D)
	$Qgcc $^ $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program -o $@

$B/probe.oxt: $(PROBE)/generate $B/servqual.oxt
	@rm -rf $@ $(PROBE)/oxt $(PROBE)/idl && mkdir -p $(PROBE)/idl/org/servqualprobe
	$Qcp -r $B/oxt $(PROBE)/oxt
	$Qgcc -shared -Wl,-z,defs -Wl,-rpath,'$$ORIGIN' $(PROBE_OBJECTS) $B/libservqual.a $(UNO_LIBS) $(GSL_LIBS) -o $(PROBE)/oxt/servqual.so
	$Q$(PROBE)/generate xcu > $(PROBE)/oxt/CalcAddIns.xcu
	$Q$(PROBE)/generate idl $(PROBE)/idl/org/servqualprobe
	$Q$(SDK)/bin/unoidl-write $(LIBREOFFICE)/program/types.rdb $(LIBREOFFICE)/program/types/offapi.rdb $(PROBE)/idl $(PROBE)/oxt/servqual.rdb
	$Qsed -i 's/org\.servqual/org.servqualprobe/g' $(PROBE)/oxt/servqual.components $(PROBE)/oxt/description.xml
	$Qcd $(PROBE)/oxt && zip -q -X -r ../../probe.oxt . -x gsl.copied

# A locale that writes 10.5 as 10,5, for the tests alone.
$B/locale/de_DE.UTF-8: | $B/packages.test
	@mkdir -p $(@D)
	$Qlocaledef -i de_DE -f UTF-8 $@

E2E := $(wildcard tests/e2e/test_*.py)
WORKBOOKS := $(WORKBOOK_PLANS:.plan=.fods)
OFFICE := $B/office

$B/examples.plan: $B/generate
	$Q$B/generate examples > $@

$B/examples.fods: $B/examples.plan tests/workbooks/workbook.py | $B/packages.test
	$Q$(PYTHON) tests/workbooks/workbook.py $< $@

# What is committed beside what it is made from: the plans' workbooks, the reference.
$B/committed.checked: $(WORKBOOK_PLANS) $(WORKBOOKS) $(wildcard addin/reference/*) tests/workbooks/workbook.py $B/generate | $B/packages.test
	@mkdir -p $B/committed
	@for plan in $(WORKBOOK_PLANS); do name=$$(basename $$plan .plan); \
	  $(PYTHON) tests/workbooks/workbook.py $$plan $B/committed/$$name.fods && \
	  cmp $B/committed/$$name.fods tests/workbooks/$$name.fods || \
	  { echo "tests/workbooks/$$name.fods is not what its plan says. Run \`make workbooks\` and commit it."; exit 1; }; done
	@$B/generate reference en | cmp - addin/reference/functions.md && \
	  $B/generate reference zh-CN | cmp - addin/reference/functions.zh-CN.md || \
	  { echo "The reference is not what the catalogue says. Run \`make reference\` and commit it."; exit 1; }
	@touch $@

workbooks: | $B/packages.test ## write the function workbooks anew from tests/workbooks/*.plan
	for plan in $(WORKBOOK_PLANS); do $(PYTHON) tests/workbooks/workbook.py $$plan $${plan%.plan}.fods || exit 1; done

$(OFFICE).installed: $B/servqual.oxt $B/probe.oxt | $B/packages.test
	$Q$(PYTHON) addin/batch/office.py install $(OFFICE) $^
	@touch $@

# ---- Fuzzing: what crosses from Calc and the mathematics behind it, under the sanitizers.

FUZZ := $B/fuzz
OFFICELESS := $(filter-out addin/component.c addin/uno.c,$(ADDIN)) $(SRC) tests/fuzz/calc.c
FUZZ_SECONDS ?= 60
FUZZ_LINK := $B/zh_CN.mo.o $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program

$(FUZZ)/%.o: %.c $B/flags | $B/packages.lint
	$(call compile,$(CLANG_FUZZ),the fuzzer,clang)

$(FUZZ)/fuzz: $(OFFICELESS:%.c=$(FUZZ)/%.o) $(FUZZ)/tests/fuzz/fuzz.o $B/zh_CN.mo.o
	$Qclang $(CLANG_FUZZ) $(filter-out $B/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

$(SANITIZED)/replay $(SANITIZED)/extremes: $(SANITIZED)/%: $(OFFICELESS:%.c=$(SANITIZED)/%.o) $(SANITIZED)/tests/fuzz/fuzz.o \
  $(SANITIZED)/tests/fuzz/%.o $B/zh_CN.mo.o
	$Qgcc $(SANITIZE) $(filter-out $B/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

# Without the sanitizers, for valgrind.
$B/unit/replay $B/unit/extremes $B/unit/limits: $B/unit/%: $(OFFICELESS:%.c=$B/%.o) $B/tests/fuzz/fuzz.o $B/tests/fuzz/%.o $B/zh_CN.mo.o
	@mkdir -p $(@D)
	$Qgcc $(filter-out $B/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

fuzz: $(FUZZ)/fuzz ## a minute of libFuzzer on each family of functions (FUZZ_SECONDS=60)
	@mkdir -p $(FUZZ)/found $(FUZZ)/seeds
	@$(PYTHON) -c 'for n, line in enumerate(open("tests/fuzz/corpus.hex")): open("$(FUZZ)/seeds/%d" % n, "wb").write(bytes.fromhex(line))'
	@for family in $$(seq 0 $$(($(words $(wildcard idl/org/servqual/*.idl)) - 1))); do echo "  family $$family"; \
	  FUZZ_FAMILY=$$family $(FUZZ)/fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=20 -max_len=600 -verbosity=0 -print_final_stats=1 \
	  -artifact_prefix=$(FUZZ)/found/ $(FUZZ)/found $(FUZZ)/seeds || exit 1; done

FUZZ_PACKAGES ?= 1000
fuzz-packages: $(OFFICE).installed ## 1,000 workbooks with bytes changed, 1,000 cut: right or named by servqual-batch
	@$(PYTHON) tests/fuzz/packages.py $(OFFICE) $(FUZZ_PACKAGES) $(FUZZ_PACKAGES)

KILLS ?= 50
kills: $(OFFICE).installed ## 50 times, whatever runs of a batch is killed and the batch gone on with
	@$(PYTHON) tests/e2e/test_batch_results.py $(OFFICE) $(KILLS)

# ---- All tests together.

VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full
FUZZ_TESTS := $(SANITIZED)/replay $(SANITIZED)/extremes $B/unit/replay $B/unit/extremes $B/unit/limits
E2E_TEST = $(PYTHON) tests/e2e/test_$1.py $(OFFICE)
WORKBOOK_TEST := $(PYTHON) tests/workbooks/run.py $(OFFICE) $B/examples.fods $(WORKBOOKS)
# Where the office writes 10.5 as 10,5.
GERMAN := $(PYTHON) tests/e2e/in_german.py $(OFFICE)
# Two or more run at a time, so the long ones come first.
LONG := batch samples menu language dialogs
TEST_COMMANDS := $(foreach t,$(LONG),-- $(call E2E_TEST,$t)) \
  -- $(GERMAN) $(wordlist 2,99,$(call E2E_TEST,menu)) -- $(GERMAN) $(wordlist 2,99,$(WORKBOOK_TEST)) \
  -- $(GERMAN) $(wordlist 2,99,$(call E2E_TEST,names)) \
  $(foreach t,$(filter-out $(LONG),$(E2E:tests/e2e/test_%.py=%)),-- $(call E2E_TEST,$t)) \
  -- $(WORKBOOK_TEST) -- $B/unit/limits \
  $(foreach t,$(UNIT_TESTS),-- $(VALGRIND) $B/unit/$t) \
  -- $(SANITIZED)/replay tests/fuzz/corpus.hex 20000 -- $(SANITIZED)/extremes some \
  -- $(VALGRIND) $B/unit/replay tests/fuzz/corpus.hex 0 -- $(VALGRIND) $B/unit/extremes some \
  $(foreach t,$(UNIT_TESTS),-- $B/unit/$t -- $(SANITIZED)/$t) \
  -- tests/rebuild.sh $B

test: $B/locale/de_DE.UTF-8 $(UNIT_TESTS:%=$B/unit/%) $(UNIT_TESTS:%=$(SANITIZED)/%) $(FUZZ_TESTS) $(OFFICE).installed $B/examples.fods $B/committed.checked ## every test; ends with N passed, N failed
	@$(PYTHON) tests/run $(if $V,--verbose) $(TEST_COMMANDS)

SOAK ?= 20000
soak: $(OFFICE).installed $B/examples.fods ## 20,000 recalculations of every function: memory stays flat
	@$(PYTHON) tests/bench/soak.py $(OFFICE) $B/examples.fods $(SOAK)

# ---- Speed: side by side in one run.

BENCH := $B/bench
$B/bench.oxt: $(wildcard tests/bench/*) | $B/packages.bench
	@rm -rf $@ $(BENCH) && mkdir -p $(BENCH)/oxt/META-INF $(BENCH)/hpp $(BENCH)/idl/org/servqualbench
	$Qcp tests/bench/*.idl $(BENCH)/idl/org/servqualbench/
	$Q$(SDK)/bin/unoidl-write $(LIBREOFFICE)/program/types.rdb $(LIBREOFFICE)/program/types/offapi.rdb $(BENCH)/idl $(BENCH)/oxt/bench.rdb
	$Q$(SDK)/bin/cppumaker -Gc -O$(CURDIR)/$(BENCH)/hpp file://$(CURDIR)/$(BENCH)/oxt/bench.rdb file://$(LIBREOFFICE)/program/types.rdb file://$(LIBREOFFICE)/program/types/offapi.rdb
	$Qg++ -std=c++17 -O2 -fPIC -shared -DLINUX -DUNX -DSAL_UNX -DCPPU_ENV=gcc3 -I$(BENCH)/hpp -isystem /usr/include/libreoffice \
	  tests/bench/addin.cpp -L$(LIBREOFFICE)/program -L$(SDK)/lib -luno_cppu -luno_cppuhelpergcc3 -luno_sal -o $(BENCH)/oxt/addin.so
	$Qcp tests/bench/addin.py tests/bench/*.components tests/bench/CalcAddIns.xcu tests/bench/description.xml $(BENCH)/oxt/
	$Qcp tests/bench/manifest.xml $(BENCH)/oxt/META-INF/
	$Qcd $(BENCH)/oxt && zip -q -X -r ../../bench.oxt .

bench: $B/servqual.oxt $B/probe.oxt $B/bench.oxt | $B/packages.bench ## speed, side by side with others: build/bench.csv
	$Q$(PYTHON) addin/batch/office.py install $(BENCH)/packages $B/servqual.oxt $B/probe.oxt $B/bench.oxt
	@$(PYTHON) tests/bench/bench.py $(BENCH)/packages $B/bench.csv

# The extension built here on the LibreOffice of Debian 13 (25.2) and of Debian unstable (26.8).
COMPAT_SUITES ?= trixie sid
COMPAT_MIRROR ?= http://deb.debian.org/debian
compat: $B/servqual.oxt $B/probe.oxt $B/examples.fods | $B/packages.compat ## the same extension on LibreOffice 25.2 and 26.8 (root, debootstrap)
	@for suite in $(COMPAT_SUITES); do \
	  tests/compat.sh $$suite $B/compat/$$suite $(COMPAT_MIRROR) $B/servqual.oxt $B/probe.oxt $(filter-out %/test_memory.py %/test_dialogs.py $(wildcard tests/e2e/test_batch*.py),$(E2E)) || exit 1; done

# ---- For those who change it.

format: | $B/packages.lint ## lay out the C code
	clang-format -i $(shell git ls-files '*.c' '*.h')

lint: | $B/packages.lint ## clang's and cppcheck's opinion, and the layout
	clang-format --dry-run --Werror $(shell git ls-files '*.c' '*.h')
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingInclude --suppress=ctuuninitvar -Isrc -Iaddin -Iaddin/functions src addin
	clang-tidy --quiet --warnings-as-errors='*' $(SRC) $(ADDIN) addin/generate.c -- $(filter-out -Werror,$(SQ_CFLAGS)) $(UNO_CFLAGS)
	@for f in $(SRC); do clang -fsyntax-only $(SQ_CFLAGS) $$f || exit 1; done
	@for f in $(ADDIN) addin/generate.c; do clang -fsyntax-only $(SQ_CFLAGS) $(UNO_CFLAGS) $$f || exit 1; done

clean: ## remove all that was built
	rm -rf $B

-include $(shell find $(wildcard $B/src $B/addin $B/tests $(SANITIZED) $(FUZZ)) /dev/null -name '*.d')
.PHONY: all help idl install uninstall pot update-po reference demo samples workbooks test fuzz fuzz-packages soak bench compat format lint clean
.DELETE_ON_ERROR:

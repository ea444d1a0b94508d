# Tests, fuzzing, and the measure of speed.
# SPDX-License-Identifier: GPL-3.0-or-later

UNIT_TESTS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*/test_*.c))
WORKBOOK_PLANS := $(wildcard tests/workbooks/*.plan)
# A variable that was not set holds what no index survives.
SANITIZE := -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -ftrivial-auto-var-init=pattern \
  -fno-omit-frame-pointer -O1 -g
SANITIZED := $B/sanitized
CLANG_FUZZ := $(SANITIZE) -fsanitize=fuzzer -w

$B/tests/%.o: tests/%.c $B/flags | $B/packages.test
	$(call compile,-Itests/unit -Itests/fuzz)

$(SANITIZED)/%.o: %.c $B/flags | $B/packages.test
	$(call compile,-Itests/unit -Itests/fuzz $(SANITIZE),the sanitizers)

# Unit tests, three times: plain, under the sanitizers, and (plain) under valgrind.
$(UNIT_TESTS:%=$B/unit/%): $B/unit/%: $B/tests/unit/%.o $B/libservqual.a
	@mkdir -p $(@D)
	$Q$(CC) $^ -lcmocka $(GSL_LIBS) -o $@

$(UNIT_TESTS:%=$(SANITIZED)/unit/%): $(SANITIZED)/unit/%: $(SANITIZED)/tests/unit/%.o $(SRC:%.c=$(SANITIZED)/%.o)
	@mkdir -p $(@D)
	$Q$(CC) $(SANITIZE) $^ -lcmocka $(GSL_LIBS) -o $@

# The probe: another add-in on our floor that shows what Calc hands over (tests/e2e/probe).
PROBE := $B/probe
PROBE_OBJECTS := $(filter-out $B/addin/catalogue.o $B/addin/functions/%,$(ADDIN_OBJECTS)) $B/tests/e2e/probe/probe.o

$(PROBE)/generate: $B/addin/generate.o $(PROBE_OBJECTS) $B/libservqual.a
	@mkdir -p $(@D)
	$Q$(CC) $^ $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program -o $@

$B/probe.oxt: $(PROBE)/generate $B/servqual.oxt
	@rm -rf $@ $(PROBE)/oxt $(PROBE)/idl && mkdir -p $(PROBE)/idl/org/servqualprobe
	$Qcp -r $B/oxt $(PROBE)/oxt
	$Q$(CC) -shared -Wl,-z,defs -Wl,-rpath,'$$ORIGIN' $(PROBE_OBJECTS) $B/libservqual.a $(UNO_LIBS) $(GSL_LIBS) -o $(PROBE)/oxt/servqual.so
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
FUZZ_LINK := $B/addin/zh_CN.mo.o $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program

$(FUZZ)/%.o: %.c $B/flags | $B/packages.lint
	$(call compile,-Itests/fuzz $(CLANG_FUZZ),the fuzzer,clang)

$(FUZZ)/fuzz: $(OFFICELESS:%.c=$(FUZZ)/%.o) $(FUZZ)/tests/fuzz/fuzz.o $B/addin/zh_CN.mo.o
	$Qclang $(CLANG_FUZZ) $(filter-out $B/addin/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

$(SANITIZED)/replay $(SANITIZED)/extremes: $(SANITIZED)/%: $(OFFICELESS:%.c=$(SANITIZED)/%.o) $(SANITIZED)/tests/fuzz/fuzz.o \
  $(SANITIZED)/tests/fuzz/%.o $B/addin/zh_CN.mo.o
	$Q$(CC) $(SANITIZE) $(filter-out $B/addin/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

# Without the sanitizers, for valgrind.
$B/unit/replay $B/unit/extremes $B/unit/limits: $B/unit/%: $(OFFICELESS:%.c=$B/%.o) $B/tests/fuzz/fuzz.o $B/tests/fuzz/%.o $B/addin/zh_CN.mo.o
	@mkdir -p $(@D)
	$Q$(CC) $(filter-out $B/addin/zh_CN.mo.o,$^) $(FUZZ_LINK) -o $@

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
# tests/run takes from both ends: offices first, what computes last, the longest outermost.
LONG := batch_results dialogs batch menu language
TEST_COMMANDS := $(foreach t,$(LONG),-- $(call E2E_TEST,$t)) \
  -- $(GERMAN) $(wordlist 2,99,$(call E2E_TEST,menu)) -- $(GERMAN) $(wordlist 2,99,$(WORKBOOK_TEST)) \
  -- $(GERMAN) $(wordlist 2,99,$(call E2E_TEST,names)) \
  $(foreach t,$(filter-out $(LONG),$(E2E:tests/e2e/test_%.py=%)),-- $(call E2E_TEST,$t)) \
  -- $(WORKBOOK_TEST) -- tests/rebuild.sh $B -- tests/same_bits.sh $B \
  $(foreach t,$(UNIT_TESTS),-- $B/unit/$t -- $(SANITIZED)/unit/$t) \
  $(foreach t,$(UNIT_TESTS),-- $(VALGRIND) $B/unit/$t) \
  -- $(SANITIZED)/replay tests/fuzz/corpus.hex 20000 -- $(SANITIZED)/extremes some \
  -- $(VALGRIND) $B/unit/replay tests/fuzz/corpus.hex 0 -- $(VALGRIND) $B/unit/extremes some -- $B/unit/limits

test: $B/locale/de_DE.UTF-8 $(UNIT_TESTS:%=$B/unit/%) $(UNIT_TESTS:%=$(SANITIZED)/unit/%) $(FUZZ_TESTS) $(OFFICE).installed $B/examples.fods $B/committed.checked ## every test; ends with N passed, N failed
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
	$Q$(CXX) -std=c++17 -O2 -fPIC -shared -DLINUX -DUNX -DSAL_UNX -DCPPU_ENV=gcc3 -I$(BENCH)/hpp -isystem /usr/include/libreoffice \
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

# The add-in, its menu, the command servqual-batch, and the languages of all.
# SPDX-License-Identifier: GPL-3.0-or-later

ADDIN := $(filter-out addin/generate.c,$(wildcard addin/*.c addin/functions/*.c addin/functions/*/*.c))
ADDIN_OBJECTS := $(ADDIN:%.c=$B/%.o) $B/addin/zh_CN.mo.o

$B/zh_CN.mo: addin/po/zh_CN.po | $B/packages.build
	$Qmsgfmt --check --no-hash -o $@ $<

# The compiled catalogue as an array in C.
$B/addin/zh_CN.mo.c: $B/zh_CN.mo
	@mkdir -p $(@D)
	$Q{ echo 'extern const unsigned char zh_CN_mo[];'; echo 'const unsigned char zh_CN_mo[] = {'; \
	  od -An -v -tu1 $< | sed 's/  */,/g; s/^,//; s/$$/,/'; echo '};'; } > $@

$B/addin/zh_CN.mo.o: $B/addin/zh_CN.mo.c
	$(call compile)

$B/generate: $B/addin/generate.o $(ADDIN_OBJECTS) $B/libservqual.a
	$Q$(CC) $^ $(UNO_LIBS) $(GSL_LIBS) -Wl,-rpath,$(LIBREOFFICE)/program -o $@

$B/oxt/servqual.so: $(ADDIN_OBJECTS) $B/libservqual.a
	@mkdir -p $(@D)
	$Q$(CC) -shared -Wl,-z,defs -Wl,-rpath,'$$ORIGIN' $^ $(UNO_LIBS) $(GSL_LIBS) -o $@

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
	$Qfor library in gsl gslcblas; do file=$$($(CC) -print-file-name=lib$$library.so); \
	  cp -L $$file $(@D)/$$(objdump -p $$file | awk '/SONAME/ { print $$2 }') || exit 1; done
	@touch $@

# The menu of Calc: a library of Basic that drives what the add-in computes.
MENU := $(basename $(notdir $(wildcard addin/menu/*.bas))) Commands Texts
MENU_TEXTS = grep -ohE '\<[$1]\("([^"]|"")*"' addin/menu/*.bas $B/Commands.bas
$B/oxt/Addons.xcu: $B/generate
	@mkdir -p $(@D)
	$Q$B/generate menu > $@

$B/oxt/ServQual/%.xba: addin/menu/%.bas $B/generate
	@mkdir -p $(@D)
	$Q$B/generate basic $* < $< > $@

$B/Commands.bas: $B/generate
	$Q$B/generate commands > $@

$B/oxt/ServQual/Commands.xba: $B/Commands.bas
	@mkdir -p $(@D)
	$Q$B/generate basic Commands < $< > $@

# The texts that the menu puts into workbooks, from either language into the other.
$B/oxt/ServQual/Texts.xba: $(wildcard addin/menu/*.bas) $B/Commands.bas
	@mkdir -p $(@D)
	$Q{ echo 'Function Translated(text As String, tag As String) As String'; echo '    Dim other As String'; \
	  echo '    Translated = text'; echo '    If IsChinese(tag) Then other = "en" Else other = "zh"'; \
	  $(call MENU_TEXTS,WL) | sed 's/^.(//' | sort -u | sed 's/.*/    If text = L(&, other) Then Translated = L(&, tag)/'; \
	  echo 'End Function'; } | $B/generate basic Texts > $@

# The reference as pages of its own, for the menu's "Help".
HELP := $(basename $(notdir $(wildcard addin/reference/*.md)))
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
  $(MENU:%=$B/oxt/ServQual/%.xba) $(HELP:%=$B/oxt/help/%.html) $(TEMPLATES:%=$B/oxt/template/servqual/%.ots) $(PACKAGE) LICENSE Makefile addin/rules.mk
	@mkdir -p $B/oxt/META-INF
	$Qsed 's/@VERSION@/$(VERSION)/' addin/package/description.xml > $B/oxt/description.xml
	$Qsed 's/@PLATFORM@/$(PLATFORM)/' addin/package/manifest.xml > $B/oxt/META-INF/manifest.xml
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
$B/servqual.pot: $B/generate $B/Commands.bas $(ADDIN) $(wildcard addin/*.h addin/functions/*.h addin/functions/*/*.h addin/menu/*) $(SRC)
	$B/generate names > $B/names.c
	$(call MENU_TEXTS,UWL) | sed 's/""/\\"/g; s/^.(/N_(/; s/$$/)/' > $B/menu.c
	xgettext --from-code=UTF-8 --language=C --keyword=N_ --no-location --package-name=servqual \
	  --package-version=$(VERSION) -o $@ $(sort $(ADDIN) addin/generate.c) addin/functions/*.h addin/functions/*/*.h addin/menu/entries.h $(SRC) $B/names.c $B/menu.c

update-po: $B/servqual.pot ## bring addin/po/zh_CN.po up to the texts in the code
	msgmerge --update --backup=none --no-fuzzy-matching --no-location addin/po/zh_CN.po $<
	msgfmt --statistics -o /dev/null addin/po/zh_CN.po

reference: $B/generate ## write the function reference anew: addin/reference/*.md
	@mkdir -p addin/reference
	$B/generate reference en > addin/reference/functions.md
	$B/generate reference zh-CN > addin/reference/functions.zh-CN.md

# Samples and the demonstration.
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests find the office's driver, addin/batch/office.py, here too.

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

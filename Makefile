# The one door to every command. A line "target: ## words" is its own help.

PYTHONS := python3.13 python3.12 python3.11 python3 python
ifdef PYTHON
PYTHONS := $(PYTHON)
endif

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PY := $(BIN)/python
READY := .venv/.ready
LOCK = $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --strip-extras \
    --no-emit-package pip --no-annotate --custom-compile-command 'make lock' pyproject.toml

# The programs below speak Vietnamese, whatever the console says it can show.
export PYTHONIOENCODING := utf-8

.PHONY: help setup run test check bench bench-full pictures pictures-check bundle release format lock clean

help: ## In danh sách lệnh này
	@echo 'Cách dùng: make LỆNH'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 	\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY) ## Chuẩn bị .venv trong thư mục này (chạy lại lần sau là xong ngay)
	@:

$(READY): requirements-dev.txt .ci/bootstrap.py .ci/system_packages.py
	@for candidate in $(PYTHONS); do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        exec "$$candidate" .ci/bootstrap.py; \
	    fi; \
	done; \
	echo 'Cần Python 3.11 trở lên nhưng không thấy trong: $(PYTHONS).' >&2; \
	echo 'Hãy cài Python 3.11, hoặc chỉ đích danh: make setup PYTHON=/duong/dan/python3.11' >&2; \
	exit 1
	@touch $@

run: setup ## Mở cửa sổ với một cơ quan mẫu; máy không có màn hình thì làm bằng dòng lệnh
	@$(PY) .ci/first_run.py

test: check ## Kiểm tra mã nguồn rồi chạy mọi bài thử (cửa sổ chạy ẩn)
	@$(PY) -m pytest

check: setup ## Kiểm tra cách viết, kiểu dữ liệu và ranh giới giữa các phần
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(BIN)/lint-imports

bench: setup ## Đo tốc độ so với các cách làm khác (dưới một phút)
	@$(PY) -m tests.benchmarks

bench-full: setup ## Đo kỹ hơn, nhiều cỡ dữ liệu hơn
	@$(PY) -m tests.benchmarks --full

pictures: setup ## Chụp mọi trang của cửa sổ, hai màu, hai cỡ, vào build/pictures
	@$(PY) -m tests.pictures

pictures-check: setup ## Chụp lại và so với hình đang giữ trong tài liệu và trợ giúp; hình cũ thì báo
	@$(PY) -m tests.pictures check

bundle: setup ## Đóng gói hai chương trình vào dist/cchc-desktop, chạy thử và đo
	@$(PY) .ci/bundle.py

release: setup ## Làm bản phát hành trong dist/release: wheel, sdist, bản đóng gói, danh mục thư viện, mã kiểm tra
	@$(PY) .ci/release.py

format: setup ## Sắp xếp lại mã nguồn theo quy ước
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

lock: setup ## Ghim lại phiên bản các thư viện (cho người phát triển)
	@$(PY) -m pip install --quiet uv
	@$(LOCK) --extra dev --output-file requirements-dev.txt
	@$(LOCK) --constraint requirements-dev.txt --output-file requirements.txt

clean: ## Xóa những gì các lệnh trên tạo ra, kể cả .venv
	rm -rf .venv build dist .benchmarks .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find cchc_desktop ui resources tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +

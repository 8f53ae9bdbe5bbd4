#!/bin/sh
# Ties .cchc files to the window for this user of a Linux desktop, and puts it into the menu; nothing needs root.
# It lies in the bundle: run it there again after the folder was moved.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
cp "$here/_internal/resources/icons/cchc.svg" "$data/icons/hicolor/scalable/apps/cchc-desktop.svg"
cat > "$data/mime/packages/cchc-desktop.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-cchc">
    <comment>Tệp cơ quan CCHC</comment>
    <glob pattern="*.cchc" weight="80"/>
    <icon name="cchc-desktop"/>
  </mime-type>
</mime-info>
XML
cat > "$data/applications/cchc-desktop.desktop" <<ENTRY
[Desktop Entry]
Type=Application
Name=CCHC Desktop
Comment=Báo cáo cải cách hành chính
Exec="$here/cchc-desktop" %F
Icon=cchc-desktop
MimeType=application/x-cchc;
Categories=Office;
Terminal=false
ENTRY
for program in "update-mime-database $data/mime" "update-desktop-database $data/applications"; do
    command -v "${program%% *}" >/dev/null 2>&1 && $program || true
done
echo "Đã gắn tệp .cchc với CCHC Desktop trong $here"

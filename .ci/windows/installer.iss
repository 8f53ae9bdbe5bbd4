; Installs the bundle for one user of Windows, without administrator rights: Inno Setup 6.3 or later.
;   ISCC.exe /DVersion=0.1.0 .ci\windows\installer.iss
; UNTESTED: written where no Windows is at hand; see docs/bundle.md.

#ifndef Version
  #error Say which version: ISCC /DVersion=0.1.0
#endif

[Setup]
AppId={{6C6B3B0E-6E55-4C0B-9A0C-7D1B2C6E2A11}
AppName=CCHC Desktop
AppVersion={#Version}
AppVerName=CCHC Desktop {#Version}
DefaultDirName={localappdata}\Programs\cchc-desktop
DefaultGroupName=CCHC Desktop
DisableProgramGroupPage=yes
; for one user, in her own folders: nothing asks for an administrator
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809 is build 17763; the message below says it in a sentence
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=cchc-desktop-{#Version}-windows
SetupIconFile=build\bundle\cchc.ico
UninstallDisplayIcon={app}\cchc-desktop.exe
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes

[Languages]
; Inno Setup brings no Vietnamese; the few sentences of our own are below
Name: "vi"; MessagesFile: "compiler:Default.isl"

[Messages]
vi.WinVersionTooLowError=CCHC Desktop cần Windows 10 bản 1809 trở lên, 64 bit. Máy này dùng bản cũ hơn nên chưa cài được.
vi.OnlyOnTheseArchitectures=CCHC Desktop cần Windows 64 bit.

[Files]
Source: "dist\cchc-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; what an older version brought and this one has not
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{userprograms}\CCHC Desktop"; Filename: "{app}\cchc-desktop.exe"
Name: "{userdesktop}\CCHC Desktop"; Filename: "{app}\cchc-desktop.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "Đặt biểu tượng trên màn hình nền"
Name: association; Description: "Mở tệp cơ quan (.cchc) bằng CCHC Desktop"

[Registry]
Root: HKCU; Subkey: "Software\Classes\.cchc"; ValueType: string; ValueData: "CCHCDesktop.Office"; Flags: uninsdeletevalue; Tasks: association
Root: HKCU; Subkey: "Software\Classes\CCHCDesktop.Office"; ValueType: string; ValueData: "Tệp cơ quan CCHC"; Flags: uninsdeletekey; Tasks: association
Root: HKCU; Subkey: "Software\Classes\CCHCDesktop.Office\DefaultIcon"; ValueType: string; ValueData: "{app}\cchc-desktop.exe,0"; Tasks: association
Root: HKCU; Subkey: "Software\Classes\CCHCDesktop.Office\shell\open\command"; ValueType: string; ValueData: """{app}\cchc-desktop.exe"" ""%1"""; Tasks: association

[Run]
Filename: "{app}\cchc-desktop.exe"; Description: "Mở CCHC Desktop"; Flags: nowait postinstall skipifsilent

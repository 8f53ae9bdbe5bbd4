"""A profile of LibreOffice that runs nothing and reaches nobody, whatever the document asks for."""

from pathlib import Path

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_NETWORK = "/org.openoffice.Inet/Settings"
_NOBODY_LISTENS = 9
"""The port of a service that throws everything away; where it runs at all, nothing is fetched from it."""
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_NETWORK, "ooInetProxyType", "2"),
    (_NETWORK, "ooInetHTTPProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPProxyPort", str(_NOBODY_LISTENS)),
    (_NETWORK, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPSProxyPort", str(_NOBODY_LISTENS)),
    (_NETWORK, "ooInetNoProxy", ""),
)


def make_quiet_profile(folder: Path) -> Path:
    """Write the profile into the folder and return it.

    LibreOffice fetches linked pictures and sections while it converts; here it is told not to, and led to a
    port of this machine where nobody listens should it try.
    """
    settings = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{settings}</oor:items>\n',
        "utf-8",
    )
    return folder

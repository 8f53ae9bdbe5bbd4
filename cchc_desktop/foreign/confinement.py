"""Limits a process puts on itself before it reads what a stranger sent: memory and processor time."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _PROCESS_TIME, _PROCESS_MEMORY, _NO_ERROR_BOX = 0x2, 0x100, 0x400
    _TICKS_PER_SECOND = 10_000_000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def confine(memory: int, seconds: int) -> None:
        """Hold this process to so many bytes and seconds of processor time: it ends where it goes beyond.

        A Job Object of its own (jobs nest since Windows 8); its handle stays open, so the job lives as
        long as the process. Raises `OSError` where Windows refuses.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _NO_ERROR_BOX
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS_PER_SECOND
        limits.ProcessMemoryLimit = memory
        job = kernel.CreateJobObjectW(None, None)
        if not (
            job
            and kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def confine(memory: int, seconds: int) -> None:
        """Hold this process to so many bytes and seconds of processor time: it ends where it goes beyond."""
        _lower(resource.RLIMIT_CPU, seconds)
        _lower(resource.RLIMIT_CORE, 0)
        if sys.platform != "darwin":  # macOS maps more than any such limit before Python begins
            _lower(resource.RLIMIT_AS, memory)

    def _lower(kind: int, limit: int) -> None:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))

#!/usr/bin/env python3
"""What the desktop costs beside DB Browser for SQLite, seen from outside both.

    desktop.py ROUNDS HALLKEEPER HALLCTL FILE PLAIN.db PICTURES

Runs on an Xvfb whose picture lies in the file SCREEN (Xvfb -fbdir), with a window manager that makes
every window as large as the screen. A program is ready when its window fills the screen, the picture
has stood still and the process has been idle for QUIET seconds, which are taken off again. PICTURES is
a folder for what the list and the filter showed.
"""
import ctypes
import mmap
import os
import statistics
import struct
import subprocess
import sys
import time

QUIET = 0.5  # longer than the 200 ms the peer waits after a key before it filters
SAMPLE = 0.01
LATER = 3  # seconds after the last key, when what a program does by itself has begun
IDLE = 0.2  # of a sample: timers and carets cost less
PATIENCE = 60
SMALL = 32  # pixels
KEYS = ("张", "文", "back", "back")
SYMBOLS = {"张": 0x1005F20, "文": 0x1006587, "back": 0xFF08, "escape": 0xFF1B}
ASIDE = (1360, 762)  # where the pointer brings up no tip
ROWS_FROM = 250  # pixels from the top: rows are below in both, filter cells above


class Screen:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.memory[:100])
        self.width, self.height, self.line = head[4], head[5], head[12]
        self.begin = head[0] + 12 * head[19]
        self.end = self.begin + self.line * self.height
        self.empty = self.picture()

    def picture(self):
        return self.memory[self.begin:self.end]

    def keep(self, path):
        with open(path, "wb") as file:
            file.write(self.memory[:])

    def lines(self, before, after):
        """The lines in which two pictures differ."""
        size = self.line
        return [y for y in range(self.height)
                if before[y * size:(y + 1) * size] != after[y * size:(y + 1) * size]]

    def differs(self, before, after):
        """Whether more has changed than a caret, a sign that something is busy, or a scrollbar."""
        lines = [] if before == after else self.lines(before, after)
        if len(lines) <= SMALL:
            return False
        columns = set()
        for y in lines:
            for x in range(y * self.line, (y + 1) * self.line, 4 * SMALL):
                if before[x:x + 4 * SMALL] != after[x:x + 4 * SMALL]:
                    columns.add(x - y * self.line)
            if len(columns) > 2:
                return True
        return False

    def filled(self, picture):
        """Whether a window covers the screen: most points of a grid are no longer as they were."""
        points = [y * self.line + 4 * x for y in range(5, self.height, 40)
                  for x in range(5, self.width, 40)]
        changed = sum(picture[p:p + 3] != self.empty[p:p + 3] for p in points)
        return changed > 0.9 * len(points)


class Hands:
    """Keys and clicks by XTEST, without the start of a program in the time measured."""

    def __init__(self):
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.codes = {}

    def learn(self, name, symbol, code):
        """Puts a symbol on a key that has none, before any program has read the keyboard."""
        symbols = (ctypes.c_ulong * 1)(symbol)
        self.x11.XChangeKeyboardMapping(self.display, code, 1, symbols, 1)
        self.x11.XSync(self.display, 0)
        self.codes[name] = code

    def key(self, name):
        for down in (1, 0):
            self.xtst.XTestFakeKeyEvent(self.display, self.codes[name], down, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def point(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.display, -1, x, y, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def click(self, x, y):
        self.point(x, y)
        for down in (1, 0):
            self.xtst.XTestFakeButtonEvent(self.display, 1, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)


def processor_seconds(pid):
    return time.clock_gettime((~pid << 3) | 2)  # the CPU clock of another process, see clock_getcpuclockid


def settle(screen, process, begin, accept=lambda picture: True):
    """Seconds from begin until picture and process stand still, and until the picture did."""
    pid = process.pid
    picture, used, seen = screen.picture(), processor_seconds(pid), time.monotonic()
    painted = busy = seen
    while not (seen - max(painted, busy) > QUIET and accept(picture)):
        if process.poll() is not None or seen - begin > PATIENCE:
            sys.exit(f"{process.args[0]} has ended or does not come to rest.")
        time.sleep(SAMPLE)
        now, new, spent = time.monotonic(), screen.picture(), processor_seconds(pid)
        if spent - used > IDLE * (now - seen):
            busy = now
        if screen.differs(picture, new):
            painted, picture = now, new
        used, seen = spent, now
    return max(painted, busy) - begin, painted - begin


def forget_peak(pid):
    """The peak RSS counts from now on."""
    with open(f"/proc/{pid}/clear_refs", "w") as file:
        file.write("5")


def size_of(pid, name, what):
    """In MB."""
    with open(f"/proc/{pid}/{name}") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(what))


def peak_of(pid):
    return size_of(pid, "status", "VmHWM:")


def shared_out(pid):
    """What it holds now, of what others hold too its share."""
    return size_of(pid, "smaps_rollup", "Pss:")


def settle_window(screen, process, begin):
    """Waits for the window: until then a passphrase may be stretched, which takes memory of its own."""
    while not screen.filled(screen.picture()):
        if process.poll() is not None or time.monotonic() - begin > PATIENCE:
            sys.exit(f"{process.args[0]} shows no window.")
        time.sleep(SAMPLE / 5)


def wait_until(done):
    begin = time.monotonic()
    while not done():
        if time.monotonic() - begin > PATIENCE:
            sys.exit("The screen does not become empty.")
        time.sleep(SAMPLE)


class Program:
    def __init__(self, name, command, cell, after=None):
        self.name, self.command = name, command
        self.cell = cell  # where to click for the filter cell of the names
        self.after = after  # a key once it is there
        self.figures = []

    def measure(self, screen, hands, pictures):
        """One start, the memory then, and keys typed into the filter cell."""
        begin = time.monotonic()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            settle_window(screen, process, begin)
            with_unlocking = peak_of(process.pid)
            forget_peak(process.pid)
            idle, painted = settle(screen, process, begin, screen.filled)
            figures = {"start": painted, "start_idle": idle,
                       "processor": processor_seconds(process.pid)}
            if self.after:
                hands.key(self.after)
                settle(screen, process, time.monotonic())
            figures["pss"] = shared_out(process.pid)
            screen.keep(f"{pictures}/{self.name}-list.xwd")
            hands.click(*self.cell)
            hands.point(*ASIDE)
            settle(screen, process, time.monotonic())
            times = [self.type(screen, hands, process, key, f"{pictures}/{self.name}-key{place}.xwd")
                     for place, key in enumerate(KEYS, 1)]
            figures["key"] = statistics.median(idle for idle, _ in times)
            figures["painted"] = statistics.median(painted for _, painted in times)
            figures["slowest"] = max(idle for idle, _ in times)
            figures["slowest_painted"] = max(painted for _, painted in times)
            time.sleep(LATER)
            settle(screen, process, time.monotonic())
            figures["peak"] = peak_of(process.pid)
            figures["pss_later"] = shared_out(process.pid)
            figures["peak_ever"] = max(with_unlocking, figures["peak"])
        finally:
            process.kill()
            process.wait()
        wait_until(lambda: not screen.filled(screen.picture()))
        return figures

    def line(self, figures):
        return ("{name:<14} list painted {start:5.2f} s, idle {start_idle:5.2f} s, "
                "processor {processor:4.2f} s, peak {peak:4.0f} MB (with unlocking {peak_ever:4.0f}), "
                "PSS {pss:4.0f} MB, later {pss_later:4.0f} MB, "
                "key painted {painted:5.3f} s, idle {key:5.3f} s, "
                "slowest painted {slowest_painted:5.3f} s, idle {slowest:5.3f} s"
                ).format(name=self.name, **figures)

    def type(self, screen, hands, process, key, picture):
        before, begin = screen.picture(), time.monotonic()
        hands.key(key)
        times = settle(screen, process, begin)
        screen.keep(picture)
        if screen.lines(before, screen.picture())[-1:] < [ROWS_FROM]:
            sys.exit(f"{self.name}: the key {key} has filtered nothing.")
        return times


def seconds_of(command):
    begin = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def report(ours, peer, unlocking):
    rounds = list(zip(ours.figures, peer.figures, unlocking))

    def ratio(figure, goal, less=0):
        value = statistics.median((a[figure] - less * u) / b[figure] for a, b, u in rounds)
        return f"{value:.2f} (goal: at most {goal})"

    def median(figure):
        return statistics.median(a[figure] for a in ours.figures)

    print(f"medians of {len(rounds)}; unlocking, measured with hallctl: "
          f"{statistics.median(unlocking) * 1000:.0f} ms")
    for what, figure in ("painted", "start"), ("idle too", "start_idle"):
        print(f"first usable list, {what}: ratio {ratio(figure, 1, 1)} after unlocking, "
              f"{ratio(figure, 1)} with it")
    print(f"memory, peak: {median('peak'):.0f} MB (goal: under 200), ratio {ratio('peak', 1)} after "
          f"unlocking, {ratio('peak_ever', 1)} with it; PSS: {median('pss'):.0f} MB, ratio "
          f"{ratio('pss', 1)}, at the end {median('pss_later'):.0f} MB, ratio {ratio('pss_later', 1)}")
    print(f"filter key: painted {ratio('painted', 0.5)}, idle too {ratio('key', 0.5)}, "
          f"slowest painted {ratio('slowest_painted', 0.5)}, idle too {ratio('slowest', 0.5)}")


def main():
    rounds, hallkeeper, hallctl, file, plain, pictures = sys.argv[1:]
    screen, hands = Screen(os.environ["SCREEN"]), Hands()
    for code, (name, symbol) in enumerate(SYMBOLS.items(), 248):
        hands.learn(name, symbol, code)
    ours = Program("hallkeeper", [hallkeeper, file, "--page", "person"], (235, 154))
    # With -t it often asks whether to stop its own reading, when its rows have been painted.
    peer = Program("sqlitebrowser", ["sqlitebrowser", "-t", "person", plain], (369, 188), "escape")
    unlocking = []
    for count in range(int(rounds) + 1):  # the first fills the system's caches and is not counted
        with_file = seconds_of([hallctl, "--db", file, "list", "place"])
        unlocking.append(with_file - seconds_of([hallctl, "help"]))
        for program in (ours, peer):
            figures = program.measure(screen, hands, pictures)
            if count:
                program.figures.append(figures)
                print(program.line(figures), flush=True)
    report(ours, peer, unlocking[1:])


if __name__ == "__main__":
    main()

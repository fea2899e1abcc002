#include "tests/fuzz/guard.h"

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace fuzz {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_slowed = true; // and takes more address space than any limit we could set
#else
constexpr bool is_slowed = false;
#endif

// A signal handler may touch nothing but plain memory.
char file_name[256];
std::atomic<const char*> bytes{nullptr};
std::atomic<std::size_t> size{0};
std::atomic<std::int64_t> begun{0};
std::atomic<bool> done{false};
clockid_t reader_clock;
std::thread watch;

std::int64_t computed()
{
    timespec time{};
    clock_gettime(reader_clock, &time);
    return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

void write_all(int file, const char* from, std::size_t count)
{
    while (count > 0) {
        const auto written = ::write(file, from, count);
        if (written <= 0)
            return;
        from += written;
        count -= static_cast<std::size_t>(written);
    }
}

void put_in_file()
{
    const char* input = bytes;
    if (input == nullptr)
        return;
    const int file = ::open(file_name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    write_all(file, input, size);
    ::close(file);
}

void say(const char* what)
{
    for (const char* text : {what, ": the input is in ", static_cast<const char*>(file_name), "\n"})
        write_all(STDERR_FILENO, text, std::strlen(text));
}

void on_signal(int number)
{
    put_in_file();
    say(number == SIGABRT ? "aborted" : "crashed");
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void watch_time()
{
    const auto limit = std::chrono::microseconds(Guard::longest).count() * (is_slowed ? 10 : 1);
    while (!done) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const auto since = begun.load();
        if (since == 0 || computed() - since < limit || begun != since)
            continue;
        put_in_file();
        say("too slow");
        ::_exit(1);
    }
}

} // namespace

Guard::Guard(const std::string& target)
{
    std::snprintf(file_name, sizeof file_name, "fuzz-%s-%d.input", target.c_str(),
        static_cast<int>(getpid()));
    if (!is_slowed) {
        const rlimit limit{most_memory, most_memory};
        setrlimit(RLIMIT_AS, &limit);
    }
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        std::signal(number, on_signal);
    pthread_getcpuclockid(pthread_self(), &reader_clock);
    watch = std::thread(watch_time);
}

Guard::~Guard()
{
    done = true;
    watch.join();
}

void Guard::begin(std::string_view input)
{
    bytes = input.data();
    size = input.size();
    begun = computed();
}

std::chrono::microseconds Guard::end()
{
    const auto took = computed() - begun;
    begun = 0;
    return std::chrono::microseconds(took);
}

std::string Guard::keep(std::string_view input)
{
    bytes = input.data();
    size = input.size();
    put_in_file();
    return file_name;
}

} // namespace fuzz

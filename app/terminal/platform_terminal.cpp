#include "app/terminal/platform_terminal.h"

#include "model/base/error.h"

#include <cstdio>
#include <memory>

#ifdef _WIN32
// clang-format off
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#include <shellapi.h> // needs windows.h before it
// clang-format on
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace app {

namespace {

model::Error no_terminal(const std::string& variable)
{
    return model::Error(
        {model::msgid("There is no terminal to ask for the passphrase: set {1}"), {variable}});
}

} // namespace

std::string read_input(std::size_t limit)
{
    std::string text;
    char block[4096];
    while (text.size() <= limit) {
        const auto got = std::fread(block, 1, sizeof block, stdin);
        if (got == 0)
            break;
        text.append(block, got);
    }
    return text;
}

#ifdef _WIN32

namespace {

std::string utf8_of(const wchar_t* text, int length)
{
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, length, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, length, utf8.data(), size, nullptr, nullptr);
    return utf8;
}

} // namespace

std::vector<std::string> arguments(int, char**)
{
    int count = 0;
    const std::unique_ptr<LPWSTR, decltype(&LocalFree)> words(
        CommandLineToArgvW(GetCommandLineW(), &count), &LocalFree);
    std::vector<std::string> result;
    for (int i = 1; i < count; ++i)
        result.push_back(utf8_of(words.get()[i], static_cast<int>(wcslen(words.get()[i]))));
    return result;
}

void speak_utf8()
{
    SetConsoleOutputCP(CP_UTF8);
    // A line feed is a line feed: scripts read the same bytes on every system.
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stdin), _O_BINARY);
}

std::string ask_secret(const std::string& question, const std::string& variable)
{
    const std::unique_ptr<void, decltype(&CloseHandle)> console(
        CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
            OPEN_EXISTING, 0, nullptr),
        &CloseHandle);
    DWORD mode = 0;
    if (console.get() == INVALID_HANDLE_VALUE || !GetConsoleMode(console.get(), &mode))
        throw no_terminal(variable);
    std::fputs(question.c_str(), stderr);
    SetConsoleMode(console.get(), (mode & ~ENABLE_ECHO_INPUT) | ENABLE_LINE_INPUT);
    wchar_t line[512];
    DWORD length = 0;
    const bool read = ReadConsoleW(console.get(), line, 512, &length, nullptr);
    SetConsoleMode(console.get(), mode);
    std::fputs("\n", stderr);
    if (!read)
        throw no_terminal(variable);
    while (length > 0 && (line[length - 1] == L'\r' || line[length - 1] == L'\n'))
        --length;
    return utf8_of(line, static_cast<int>(length));
}

#else

std::vector<std::string> arguments(int argc, char** argv)
{
    return {argv + 1, argv + argc};
}

void speak_utf8() {}

namespace {

/// The terminal without echo, and as it was when this goes.
class Silence {
public:
    explicit Silence(int terminal) : terminal_(terminal)
    {
        tcgetattr(terminal_, &before_);
        auto quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal_, TCSAFLUSH, &quiet);
    }
    ~Silence() { tcsetattr(terminal_, TCSAFLUSH, &before_); }

    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    int terminal_;
    termios before_{};
};

} // namespace

std::string ask_secret(const std::string& question, const std::string& variable)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(
        std::fopen("/dev/tty", "r+"), &std::fclose);
    if (!terminal)
        throw no_terminal(variable);
    std::fputs(question.c_str(), stderr);
    std::string secret;
    {
        const Silence silence(fileno(terminal.get()));
        for (int c = 0; (c = std::fgetc(terminal.get())) != EOF && c != '\n';)
            secret += static_cast<char>(c);
    }
    std::fputs("\n", stderr);
    return secret;
}

#endif

} // namespace app

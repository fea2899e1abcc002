#include "model/exchange/platform_encoding.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace model::detail {

namespace {

// At least as much as a character can grow: two bytes of GBK become three of UTF-8, two of UTF-8
// (most Latin letters) four of GB18030.
constexpr std::size_t growth = 2;

#ifdef _WIN32

bool convert(unsigned from, unsigned to, std::string_view text, std::string& out)
{
    if (text.empty())
        return true;
    const auto length = static_cast<int>(text.size());
    std::wstring wide(text.size(), L'\0');
    const int units =
        MultiByteToWideChar(from, MB_ERR_INVALID_CHARS, text.data(), length, wide.data(), length);
    if (units <= 0)
        return false;
    const auto kept = out.size();
    out.resize(kept + text.size() * growth + 4);
    const int bytes = WideCharToMultiByte(to, WC_ERR_INVALID_CHARS, wide.data(), units,
        out.data() + kept, static_cast<int>(out.size() - kept), nullptr, nullptr);
    out.resize(kept + static_cast<std::size_t>(bytes > 0 ? bytes : 0));
    return bytes > 0;
}

constexpr unsigned utf8_name = CP_UTF8;
constexpr unsigned gb18030_name = 54936;

#else

class Conversion {
public:
    Conversion(const char* from, const char* to) : handle_(iconv_open(to, from)) {}
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    ~Conversion()
    {
        if (usable())
            iconv_close(handle_);
    }

    bool run(std::string_view text, std::string& out)
    {
        const auto kept = out.size();
        out.resize(kept + text.size() * growth + 4);
        auto* from = const_cast<char*>(text.data()); // iconv's signature; it does not write there
        auto from_left = text.size();
        auto* to = out.data() + kept;
        auto to_left = out.size() - kept;
        const bool whole = usable() && iconv(handle_, &from, &from_left, &to, &to_left) == 0;
        out.resize(whole ? out.size() - to_left : kept);
        return whole;
    }

private:
    // iconv_open() says "no" with (iconv_t)-1, a pointer made of a number.
    bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); } // NOLINT

    iconv_t handle_;
};

bool convert(const char* from, const char* to, std::string_view text, std::string& out)
{
    return Conversion(from, to).run(text, out);
}

constexpr const char* utf8_name = "UTF-8";
constexpr const char* gb18030_name = "GB18030";

#endif

} // namespace

bool gb18030_to_utf8(std::string_view bytes, std::string& utf8)
{
    return convert(gb18030_name, utf8_name, bytes, utf8);
}

bool utf8_to_gb18030(std::string_view utf8, std::string& bytes)
{
    return convert(utf8_name, gb18030_name, utf8, bytes);
}

} // namespace model::detail

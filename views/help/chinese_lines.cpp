#include "views/help/chinese_lines.h"

#include <wx/html/winpars.h>

namespace views {

namespace {

bool is_opening(wxUniChar c)
{
    static const wxString opening = L"“‘（《「【";
    return opening.find(c) != wxString::npos;
}

bool is_closing(wxUniChar c)
{
    static const wxString closing = L"”’）》」】，。、；：？！…";
    return closing.find(c) != wxString::npos;
}

/// Characters, and the punctuation that stands among them.
bool is_chinese(wxUniChar c)
{
    return c.GetValue() >= 0x2E80 || is_opening(c) || is_closing(c);
}

class Character : public wxHtmlWordCell {
public:
    using wxHtmlWordCell::wxHtmlWordCell;

    /// Punctuation that closes what is not Chinese stays behind it.
    bool IsLinebreakAllowed() const override { return !is_closing(m_Word[0]); }
};

/// <CJK T="字，"> is that text as a cell of its own.
class CharacterHandler : public wxHtmlWinTagHandler {
public:
    wxString GetSupportedTags() override { return "CJK"; }

    bool HandleTag(const wxHtmlTag& tag) override
    {
        auto* cell = new Character(tag.GetParam("T"), *m_WParser->GetDC());
        m_WParser->ApplyStateToCell(cell);
        m_WParser->GetContainer()->InsertCell(cell);
        return true;
    }
};

class CharacterModule : public wxHtmlTagsModule {
public:
    void FillHandlersTable(wxHtmlWinParser* parser) override
    {
        parser->AddTagHandler(new CharacterHandler);
    }
};

/// How many characters from there on stay together.
std::size_t together(const wxString& text, std::size_t start)
{
    auto end = start;
    while (end < text.length() && is_opening(text[end]))
        ++end;
    if (end < text.length() && is_chinese(text[end]))
        ++end;
    while (end < text.length() && is_closing(text[end]))
        ++end;
    if (end < text.length() && text[end] == ' ')
        ++end;
    return end - start;
}

} // namespace

void teach_chinese_lines()
{
    static CharacterModule module;
    static const bool done = (wxHtmlWinParser::AddModule(&module), true);
    (void)done;
}

wxString with_chinese_lines(const wxString& html)
{
    wxString all;
    for (std::size_t i = 0; i < html.length();) {
        std::size_t length = 1;
        if (html[i] == '<') {
            const auto end = html.find('>', i);
            length = (end == wxString::npos ? html.length() : end + 1) - i;
            all += html.substr(i, length);
        } else if (is_chinese(html[i])) {
            length = together(html, i);
            all += "<cjk t=\"" + html.substr(i, length) + "\">";
            if (i + length < html.length() && html[i + length] == '\n')
                ++length; // which would be a blank in the middle of a sentence
        } else {
            all += html[i];
        }
        i += length;
    }
    return all;
}

} // namespace views

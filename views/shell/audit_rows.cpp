#include "views/shell/audit_rows.h"

#include "model/base/text.h"
#include "model/exchange/audit_sheet.h"
#include "views/widgets/background.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/utils.h>

#include <algorithm>
#include <utility>

namespace views {

namespace {

constexpr std::int64_t a_screen = 200; ///< entries, more than the tallest screen shows

/// Of any column but the changes, which are read for the rows in sight alone.
wxString text_in(model::RecordStore& store, const model::AuditEntry& entry, AuditColumn column,
    const model::Translate& translate)
{
    switch (column) {
    case AuditColumn::when:
        return display(entry.at);
    case AuditColumn::who:
        return to_wx(entry.user);
    case AuditColumn::computer:
        return to_wx(
            entry.device.empty() ? translate(model::msgid("This computer")) : entry.device);
    case AuditColumn::kind:
        return to_wx(translate(model::label_of_audited(entry.what)));
    case AuditColumn::entity:
        return entry.def ? to_wx(translate(entry.def->plural)) : wxString();
    case AuditColumn::what:
    case AuditColumn::change:
        break;
    }
    // A refusal tells of no name, and the record's is what people know it by.
    auto text = to_wx(model::sentence_of(entry, translate));
    if (entry.command == 0 && !entry.record.is_nil() && !entry.is_withheld)
        text += L"：" + title_of(store, entry.record);
    return text;
}

std::string words_of(
    model::RecordStore& store, const model::AuditEntry& entry, const model::Translate& translate)
{
    using enum AuditColumn;
    std::string words;
    for (const auto column : {when, who, computer, kind, entity, what})
        words += model::folded(from_wx(text_in(store, entry, column, translate))) + '\n';
    return words;
}

} // namespace

/// What was read.
struct AuditRows::Log {
    std::vector<model::AuditEntry> entries;
    std::vector<std::string> texts; ///< as words are looked for in them; empty: not made yet
};

AuditRows::AuditRows(wxWindow& owner, const Desk& desk, Background& reader)
    : owner_(owner)
    , desk_(desk)
    , reader_(reader)
    , log_(std::make_shared<Log>())
{
}

std::shared_ptr<AuditRows::Log> AuditRows::read(
    model::RecordStore& store, const model::AuditQuery& query)
{
    auto log = std::make_shared<Log>();
    log->entries = model::audit_entries(store, query);
    log->texts.resize(log->entries.size());
    return log;
}

void AuditRows::ask(const model::AuditQuery& query)
{
    const bool is_new = std::exchange(asked_, query) != query;
    if (!desk_.with_file)
        return take(read(desk_.editor.store(), query));
    if (is_new) {
        auto first = query;
        first.limit = a_screen;
        take(read(desk_.editor.store(), first));
        if (std::ssize(log_->entries) < a_screen)
            return;
    }
    read_aside();
}

void AuditRows::read_aside()
{
    if (is_reading_) {
        is_asked_anew_ = true;
        return;
    }
    is_reading_ = true;
    on_reading();
    reader_.run(
        &owner_,
        [with_file = desk_.with_file, asked = *asked_, translate = language()] {
            std::shared_ptr<Log> log;
            with_file([&](model::RecordStore& store) {
                log = read(store, asked);
                for (std::size_t i = 0; i < log->entries.size(); ++i)
                    log->texts[i] = words_of(store, log->entries[i], translate);
            });
            return log;
        },
        [this, asked = *asked_](const std::shared_ptr<Log>& log) {
            reading_ended();
            if (asked == asked_)
                take(log);
        },
        [this](const std::exception_ptr& error) {
            reading_ended();
            on_trouble(error);
        });
}

void AuditRows::reading_ended()
{
    is_reading_ = false;
    if (std::exchange(is_asked_anew_, false))
        read_aside();
    on_reading();
}

void AuditRows::read_on()
{
    if (!is_reading_)
        return;
    const wxBusyCursor busy;
    take(read(desk_.editor.store(), *asked_));
}

void AuditRows::take(std::shared_ptr<Log> log)
{
    on_taking();
    log_ = std::move(log);
    show_words();
}

void AuditRows::find(const std::string& words)
{
    words_.clear();
    for (const auto& word : model::split(words, ' '))
        if (auto found = model::folded(word); !found.empty())
            words_.push_back(std::move(found));
    show_words();
}

void AuditRows::show_words()
{
    shown_.clear();
    for (std::size_t i = 0; i < log_->entries.size(); ++i)
        if (passes(i))
            shown_.push_back(i);
    on_rows();
}

bool AuditRows::passes(std::size_t entry)
{
    auto& text = log_->texts[entry];
    if (text.empty() && !words_.empty())
        text = words_of(desk_.editor.store(), log_->entries[entry], language());
    return std::ranges::all_of(
        words_, [&](const auto& word) { return text.find(word) != std::string::npos; });
}

const model::AuditEntry& AuditRows::entry(std::size_t row) const
{
    return log_->entries[shown_.at(row)];
}

std::optional<std::size_t> AuditRows::row_of(std::int64_t id) const
{
    const auto found = std::ranges::find(
        shown_, id, [this](std::size_t entry) { return log_->entries[entry].id; });
    return found == shown_.end() ? std::nullopt
                                 : std::optional<std::size_t>(found - shown_.begin());
}

wxString AuditRows::text(const model::AuditEntry& entry, AuditColumn column)
{
    if (column != AuditColumn::change)
        return text_in(desk_.editor.store(), entry, column, language());
    auto [found, is_new] = changes_.try_emplace(entry.id);
    if (is_new)
        found->second = model::words_of_changes(desk_.editor.store(), entry, language());
    return to_wx(found->second);
}

} // namespace views

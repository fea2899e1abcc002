#include "model/exchange/comparison_sheet.h"

#include "model/base/text.h"
#include "model/exchange/entry.h"
#include "model/exchange/sheet_writer.h"

namespace model {

namespace {

class Sheet {
public:
    Sheet(RecordStore& store, const std::filesystem::path& path, const Translate& translate)
        : store_(store)
        , translate_(translate)
        , writer_(create_sheet(
              path, columns(translate), {.sheet = translate(msgid("Comparison of the catalog"))}))
    {
    }

    void entry(int number, const EditionEntry& entry, const std::string& decision)
    {
        bool is_first = true;
        for (const auto& field : entry.fields) {
            // Of what comes or goes whole, one row is enough.
            if (!is_first && entry.kind == Difference::added)
                break;
            std::vector<std::string> cells(10);
            if (is_first)
                cells = {std::to_string(number), translate_(difference_label(entry.kind)),
                    entry.row ? std::to_string(entry.row) : std::string(), entry.code, entry.name,
                    entry.unit, {}, {}, {}, decision};
            if (entry.kind != Difference::added) {
                cells[6] = translate_(field.field->label);
                cells[7] = entry_text(*field.field, field.before, store_, translate_);
                cells[8] = after_text(entry, field);
            }
            writer_->row(cells);
            is_first = false;
        }
    }

    void error(const ImportError& error)
    {
        writer_->row(
            std::vector<std::string>{{}, translate_(msgid("Unreadable")), std::to_string(error.row),
                {}, {}, {}, error.column, error.value, render(error.reason, translate_), {}});
    }

    void line(const std::string& text) { writer_->row(std::vector<std::string>{{}, text}); }

    void finish() { writer_->finish(); }

private:
    static std::vector<SheetColumn> columns(const Translate& translate)
    {
        return {{.head = translate(msgid("No.")), .width = 6, .decimals = 0},
            {.head = translate(msgid("Difference")), .width = 9},
            {.head = translate(msgid("Row")), .width = 7, .decimals = 0},
            {.head = translate(msgid("Item code")), .width = 34},
            {.head = translate(msgid("Item name")), .width = 40},
            {.head = translate(msgid("Unit")), .width = 20},
            {.head = translate(msgid("Field")), .width = 14},
            {.head = translate(msgid("In the register")), .width = 30},
            {.head = translate(msgid("In the edition")), .width = 30},
            {.head = translate(msgid("What becomes of it")), .width = 10}};
    }

    /// A unit that comes along is not in the file yet.
    std::string after_text(const EditionEntry& entry, const ImportChange::Field& field)
    {
        if (field.field->name == "unit")
            return entry.unit;
        return entry_text(*field.field, field.after, store_, translate_);
    }

    RecordStore& store_;
    const Translate& translate_;
    std::unique_ptr<SheetWriter> writer_;
};

} // namespace

void write_comparison(RecordStore& store, const Edition& edition, const Comparison& comparison,
    const std::vector<bool>& taken, const std::filesystem::path& path, const Translate& translate)
{
    Sheet sheet(store, path, translate);
    for (std::size_t i = 0; i < comparison.entries.size(); ++i) {
        const auto decision = i >= taken.size() ? std::string()
            : taken[i]                          ? translate(msgid("Taken"))
                                                : translate(msgid("Left open"));
        sheet.entry(static_cast<int>(i) + 1, comparison.entries[i], decision);
    }
    for (const auto& error : comparison.errors)
        sheet.error(error);
    sheet.line({});
    sheet.line(render({msgid("Edition: {1}"), {edition.name}}, translate));
    sheet.line(render(figures_of(comparison), translate));
    for (const auto& note : comparison.notes)
        sheet.line(render(note, translate));
    sheet.line(
        translate(msgid("Made by:            Checked by:            Head:            Date:")));
    sheet.finish();
}

} // namespace model

#include "model/exchange/demo_writer.h"

#include <stdexcept>

namespace model {

namespace {

Uuid done(const Record& record, const Outcome& outcome)
{
    if (outcome.done)
        return outcome.id;
    for (const auto& finding : outcome.findings)
        if (finding.level == Level::refuse)
            throw std::logic_error("The demo county breaks a rule: " + std::string(record.def->name)
                + ", " + std::string(finding.rule) + ": " + english(finding.message));
    throw std::logic_error("The demo county lacks a right: " + std::string(record.def->name));
}

} // namespace

DemoWriter::DemoWriter(RecordStore& store)
    : store_(store)
    , editor_(store, {Uuid::named("account", "demo"), "演示数据"})
{
}

Uuid DemoWriter::create(const Record& record)
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            edits.push_back({&record.def->fields[i], record.values[i]});
    const auto id = done(record, editor_.create(*record.def, edits));
    ++added_;
    return id;
}

void DemoWriter::set(const Record& record)
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        edits.push_back({&record.def->fields[i], record.values[i]});
    done(record, editor_.set(record.id, edits));
}

} // namespace model

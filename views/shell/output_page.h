#pragma once

namespace views {

/// A page that is no list, but with something that the commands of lists copy, export and print.
class OutputPage {
public:
    OutputPage() = default;
    OutputPage(const OutputPage&) = delete;
    OutputPage& operator=(const OutputPage&) = delete;
    virtual ~OutputPage() = default;

    virtual void copy() = 0;
    virtual void export_shown() = 0;
    virtual void print() = 0;
};

} // namespace views

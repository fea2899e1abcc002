#pragma once

#include "views/list/list_layout.h"
#include "views/list/record_rows.h"

#include <wx/font.h>
#include <wx/gdicmn.h>

#include <functional>
#include <utility>
#include <vector>

class wxDC;

namespace views {

/// What a list shows, as it goes to paper: a copy, so that the list may go on meanwhile.
struct PrintedList {
    wxString title;  ///< what the list is called
    wxString office; ///< whose it is
    wxString date;   ///< when it is printed
    wxString note;   ///< what it is filtered by; may be empty

    struct Column {
        wxString head;
        int width = 0; ///< in the list, in DIPs
    };
    std::vector<Column> columns;

    struct Line {
        std::vector<wxString> cells; ///< of a group only one
        bool is_group = false;
    };
    std::vector<Line> lines;
    std::size_t records = 0;

    std::function<void()> on_printed = {}; ///< it went to the printer

    /// All records found with their groups, those of folded groups too.
    void take(RecordRows& rows, const ListLayout& layout);

    /// Whether the columns would have to be narrowed much on paper held upright.
    bool wants_landscape() const;
};

/// A printed list as pages: heads on every page, columns as wide as the list shows them or as the
/// paper allows, long texts in several lines. Lengths are in pixels of a screen of 96 to the inch.
class ListPages {
public:
    /// The list outlives the pages.
    explicit ListPages(const PrintedList& list);

    /// Lays everything out on paper of that size, margins taken off, measured with `dc`.
    void lay_out(wxDC& dc, wxSize paper);

    int count() const { return static_cast<int>(pages_.size()); }

    /// The lines on a page, from 1: the first and the one after the last.
    std::pair<std::size_t, std::size_t> lines_of(int page) const;

    /// Draws a page, from 1, with its upper left corner at the origin.
    void draw(wxDC& dc, int page) const;

    /// What remains of a text in a cell of that width, by line.
    static std::vector<wxString> broken(wxDC& dc, wxString text, int width);

private:
    void fit_columns();
    int height_of(wxDC& dc, const std::vector<wxString>& cells) const;
    void fill_pages(int room);
    void draw_top(wxDC& dc) const;
    void draw_cells(wxDC& dc, const std::vector<wxString>& cells, int y, int height) const;
    void draw_cell(wxDC& dc, const wxString& text, wxRect where) const;
    void draw_bottom(wxDC& dc, int page) const;

    const PrintedList& list_;
    std::vector<wxString> heads_;
    wxFont font_;
    wxFont bold_;
    wxFont title_;
    wxSize paper_;
    int line_height_ = 0;
    int top_ = 0; ///< where the heads of the columns begin
    int heads_height_ = 0;
    std::vector<int> widths_;
    std::vector<int> heights_; ///< of each line
    std::vector<std::pair<std::size_t, std::size_t>> pages_;
};

} // namespace views

#include "views/dashboard/chart_picture.h"

#include "model/base/files.h"
#include "views/dashboard/chart_board.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/mstream.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int margin = 15;        ///< of the paper, in millimetres
constexpr double finest = 3;      ///< pixels drawn for each of a screen's of 96 to the inch
constexpr int under_the_head = 8; ///< in such pixels

int pixels(int millimetres)
{
    return millimetres * 960 / 254;
}

/// A place to measure letters at.
class Measure {
public:
    wxDC& dc() { return dc_; }

private:
    wxBitmap bitmap_{1, 1};
    wxMemoryDC dc_{bitmap_};
};

/// What lies between two heights of the board.
wxBitmap drawn(const ChartBoard& board, int from, int to, double scale)
{
    const auto large = [scale](int length) {
        return std::max(static_cast<int>(std::lround(length * scale)), 1);
    };
    wxBitmap picture(large(board.size().x), large(to - from), 24);
    wxMemoryDC dc(picture);
    dc.SetBackground(wxBrush(board.look().page));
    dc.Clear();
    {
        const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
        gc->Scale(scale, scale);
        gc->Translate(0, -from);
        board.draw(*gc, std::nullopt, from, to);
    }
    dc.SelectObject(wxNullBitmap);
    return picture;
}

} // namespace

wxBitmap picture_of(
    std::span<const model::Chart> charts, const wxWindow& window, int width, double scale)
{
    ChartBoard board(charts, ChartLook::on_paper(window));
    Measure measure;
    board.lay_out(measure.dc(), board.look().px(width));
    return drawn(board, 0, board.size().y, scale);
}

void save_png(const wxBitmap& picture, const std::string& path)
{
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG))
        wxImage::AddHandler(new wxPNGHandler);
    wxMemoryOutputStream bytes;
    picture.ConvertToImage().SaveFile(bytes, wxBITMAP_TYPE_PNG);
    std::string whole(bytes.GetSize(), '\0');
    bytes.CopyTo(whole.data(), whole.size());
    model::SystemFiles().write(path, whole);
}

bool copy_picture(const wxBitmap& picture)
{
    if (!wxTheClipboard->Open())
        return false;
    const bool is_done = wxTheClipboard->SetData(new wxBitmapDataObject(picture));
    wxTheClipboard->Close();
    return is_done;
}

void put_picture(
    wxDC& dc, wxPoint at, double shrunk, const std::function<wxBitmap(double fineness)>& drawn)
{
    double x = 1;
    double y = 1;
    dc.GetUserScale(&x, &y);
    const auto origin = dc.GetLogicalOrigin();
    const double fineness = std::min(finest, x * shrunk);
    const double times = fineness / shrunk;
    const auto larger = [times](
                            int length) { return static_cast<int>(std::lround(length * times)); };
    dc.SetUserScale(x / times, y / times);
    dc.SetLogicalOrigin(larger(origin.x), larger(origin.y));
    dc.DrawBitmap(drawn(fineness), larger(at.x), larger(at.y));
    dc.SetUserScale(x, y);
    dc.SetLogicalOrigin(origin.x, origin.y);
}

struct ChartPrintout::Arranged {
    Arranged(const std::vector<model::Chart>& charts, const wxWindow& window)
        : board(charts, ChartLook::on_paper(window))
    {
    }

    Measure measure;
    ChartBoard board;
};

ChartPrintout::ChartPrintout(std::shared_ptr<const PrintedCharts> charts, const wxWindow& window)
    : wxPrintout(charts->title)
    , charts_(std::move(charts))
    , window_(window)
{
}

ChartPrintout::~ChartPrintout() = default;

/// From now on the device speaks in pixels of the page without its margins.
void ChartPrintout::scale()
{
    int width = 0;
    int height = 0;
    GetPageSizeMM(&width, &height);
    FitThisSizeToPaper({pixels(width), pixels(height)});
    OffsetLogicalOrigin(pixels(margin), pixels(margin));
    paper_ = {pixels(width - 2 * margin), pixels(height - 2 * margin)};
}

void ChartPrintout::OnPreparePrinting()
{
    scale();
    arranged_ = std::make_unique<Arranged>(charts_->charts, window_);
    auto& dc = arranged_->measure.dc();
    arranged_->board.lay_out(dc, paper_.x);
    dc.SetFont(arranged_->board.look().bold);
    head_ = dc.GetCharHeight() + under_the_head;
    fill_pages(paper_);
}

void ChartPrintout::fill_pages(wxSize paper)
{
    pages_.clear();
    const auto& rows = arranged_->board.rows();
    int used = paper.y; // the first row begins a page
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int height = rows[row].second - rows[row].first + under_the_head;
        if (used + height > paper.y - head_) {
            pages_.emplace_back();
            used = 0;
        }
        pages_.back().push_back(row);
        used += height;
    }
    if (pages_.empty())
        pages_.emplace_back();
}

void ChartPrintout::GetPageInfo(int* first, int* last, int* from, int* to)
{
    *first = *from = 1;
    *last = *to = count();
}

void ChartPrintout::draw_head(wxDC& dc, int page) const
{
    constexpr int letters = 15; ///< in pixels of such a page
    dc.SetFont(wxFont(wxFontInfo(wxSize(0, letters)).FaceName(window_.GetFont().GetFaceName())));
    dc.SetTextForeground(*wxBLACK);
    dc.DrawText(charts_->office + L"　" + charts_->title, 0, 0);
    const auto right = charts_->date + L"　"
        + tr("Page {1} of {2}", {std::to_string(page), std::to_string(count())});
    dc.DrawText(right, paper_.x - dc.GetTextExtent(right).x, 0);
}

bool ChartPrintout::OnPrintPage(int page)
{
    if (!HasPage(page))
        return false;
    scale();
    auto& dc = *GetDC();
    draw_head(dc, page);
    const auto& board = arranged_->board;
    int y = head_;
    for (const auto row : pages_[static_cast<std::size_t>(page - 1)]) {
        const auto [from, to] = board.rows()[row];
        const double room = paper_.y - head_;
        put_picture(dc, {0, y}, std::min(1.0, room / (to - from)),
            [&board, top = from, end = to](
                double fineness) { return drawn(board, top, end, fineness); });
        y += to - from + under_the_head;
    }
    return true;
}

void ChartPrintout::OnEndPrinting()
{
    if (!IsPreview() && charts_->on_printed)
        charts_->on_printed();
}

} // namespace views

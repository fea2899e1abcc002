#include "views/hall/hall_printout.h"

#include "views/dashboard/chart_picture.h"
#include "views/hall/hall_drawing.h"
#include "views/list/printed_list.h"
#include "views/widgets/tr.h"

#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/window.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int margin = 15;  ///< of the paper, in millimetres
constexpr int letters = 15; ///< in pixels of such a page
constexpr int line = 20;

int pixels(int millimetres)
{
    return millimetres * 960 / 254;
}

wxBitmap drawn(const HallDrawing& floor, double scale)
{
    const auto large = [scale](int length) {
        return std::max(static_cast<int>(std::lround(length * scale)), 1);
    };
    wxBitmap picture(large(floor.size().x), large(floor.size().y), 24);
    wxMemoryDC dc(picture);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    {
        const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
        gc->Scale(scale, scale);
        floor.draw(*gc, {});
    }
    dc.SelectObject(wxNullBitmap);
    return picture;
}

} // namespace

HallPrintout::HallPrintout(std::shared_ptr<const PrintedHall> hall, const wxWindow& window)
    : wxPrintout(tr("Hall plan"))
    , hall_(std::move(hall))
    , window_(window)
{
}

void HallPrintout::GetPageInfo(int* first, int* last, int* from, int* to)
{
    *first = *from = *last = *to = 1;
}

bool HallPrintout::OnPrintPage(int page)
{
    if (!HasPage(page))
        return false;
    int width = 0;
    int height = 0;
    GetPageSizeMM(&width, &height);
    FitThisSizeToPaper({pixels(width), pixels(height)});
    OffsetLogicalOrigin(pixels(margin), pixels(margin));
    const wxSize paper(pixels(width - 2 * margin), pixels(height - 2 * margin));
    auto& dc = *GetDC();
    dc.SetFont(wxFont(wxFontInfo(wxSize(0, letters)).FaceName(window_.GetFont().GetFaceName())));
    dc.SetTextForeground(*wxBLACK);
    const auto place = to_wx(hall_->plan->name);
    const auto head = hall_->office == place ? place : hall_->office + L"　" + place;
    dc.DrawText(head + L"　" + tr("Hall plan"), 0, 0);
    dc.DrawText(hall_->date, paper.x - dc.GetTextExtent(hall_->date).x, 0);
    const auto legend = ListPages::broken(dc, hall_->legend, paper.x);
    HallDrawing floor(*hall_->plan, ChartLook::on_paper(window_), hall_->under);
    floor.lay_out(paper.x);
    const double room = paper.y - line * (2 + static_cast<int>(legend.size()));
    const double shrunk = std::min(1.0, room / floor.size().y);
    put_picture(dc, {0, 2 * line}, shrunk, [&](double fineness) { return drawn(floor, fineness); });
    int y = 2 * line + static_cast<int>(floor.size().y * shrunk) + line / 2;
    for (const auto& text : legend) {
        dc.DrawText(text, 0, y);
        y += line;
    }
    return true;
}

void HallPrintout::OnEndPrinting()
{
    if (!IsPreview() && hall_->on_printed)
        hall_->on_printed();
}

} // namespace views

#include "model/exchange/pending_file.h"

#include "model/exchange/sheet.h"

#include <fstream>
#include <utility>

namespace model {

PendingFile::PendingFile(std::filesystem::path target)
    : target_(std::move(target))
    , name_(file_name(target_))
    , temporary_(target_)
{
    std::error_code ignored;
    do
        temporary_ += ".part";
    while (std::filesystem::exists(temporary_, ignored));
    if (!std::ofstream(temporary_, std::ios::binary))
        refuse();
}

PendingFile::~PendingFile()
{
    std::error_code ignored; // a destructor has nobody to tell
    if (pending_)
        std::filesystem::remove(temporary_, ignored);
}

void PendingFile::commit()
{
    std::error_code error;
    std::filesystem::rename(temporary_, target_, error);
    if (error)
        throw SheetError(
            {msgid("{1} cannot be replaced; it is probably open in Excel or WPS: close it "
                   "there and try again."),
                {path_text(target_)}});
    pending_ = false;
}

void PendingFile::refuse() const
{
    throw SheetError(
        {msgid("{1} cannot be written; see whether its folder exists, whether you may write "
               "there, and whether the disk is full."),
            {path_text(target_)}});
}

} // namespace model

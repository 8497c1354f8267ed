// SPDX-License-Identifier: Apache-2.0
// Sole user of Boost.Interprocess.
#include "library/image.hpp"

#include "library/library.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

namespace verbatim::library {

namespace {

namespace ipc = boost::interprocess;

constexpr std::array<char, 8> magic = {'V', 'E', 'R', 'B', 'A', 'T', 'I', 'M'};
constexpr std::uint32_t format_version = 2;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t alignment = 64;

struct Header {
    std::array<char, 8> name = magic;
    std::uint32_t version = format_version;
    std::uint32_t order = byte_order;
    std::uint64_t identity = 0;
    std::uint64_t size = 0;     ///< of the file
    std::uint64_t directory = 0; ///< offset of the sections' places and sums
    std::uint64_t sections = 0;
    std::uint64_t directory_checksum = 0;
    std::uint64_t checksum = 0; ///< of the header before it
};
static_assert(sizeof(Header) == 64);

std::uint64_t checksum_of(const Header& header)
{
    return checksum({reinterpret_cast<const char*>(&header), offsetof(Header, checksum)});
}

} // namespace

std::uint64_t checksum(std::span<const char> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// ---- writing -----------------------------------------------------------------------------------------------------

struct ImageWriter::File {
    std::string path;
    std::string temporary;
    int descriptor = -1;
    std::uint64_t at = 0;
    std::uint64_t identity = 0;
    int error = 0; ///< the first one
    std::vector<Image::Section> sections;
    std::vector<std::uint64_t> sums;
    XXH3_state_t* running = nullptr; ///< of the block that is being written
    std::size_t in_block = 0;        ///< bytes of it

    ~File()
    {
        if (descriptor >= 0)
            ::close(descriptor);
        if (!temporary.empty())
            ::unlink(temporary.c_str());
        XXH3_freeState(running);
    }
    /// A file without a name leaves nothing behind when its writer is killed; not every file system has them.
    void open()
    {
        const std::string folder = std::filesystem::path(path).parent_path().string();
        descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor >= 0)
            return;
        temporary = path + ".XXXXXX";
        descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
        if (descriptor < 0)
            temporary.clear();
    }
    /// Gives the whole file its name; false with errno where that fails.
    bool name_it()
    {
        if (temporary.empty()) {
            const std::string nameless = "/proc/self/fd/" + std::to_string(descriptor);
            temporary = path + "." + std::to_string(::getpid());
            ::unlink(temporary.c_str());
            if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, temporary.c_str(), AT_SYMLINK_FOLLOW) != 0)
                return false;
        }
        if (::rename(temporary.c_str(), path.c_str()) != 0)
            return false;
        temporary.clear();
        return true;
    }
    void write(std::span<const char> bytes)
    {
        while (!bytes.empty() && error == 0) {
            const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0) {
                error = written < 0 ? errno : ENOSPC;
                return;
            }
            at += static_cast<std::uint64_t>(written);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }
    void align() { at = (at + alignment - 1) / alignment * alignment; }
    void begin_section()
    {
        align();
        sections.push_back({at, 0, sums.size()});
    }
    void add(std::span<const char> bytes)
    {
        write(bytes);
        sections.back().size += bytes.size();
        while (!bytes.empty()) {
            const std::size_t taken = std::min(CheckedBytes::block - in_block, bytes.size());
            if (in_block == 0)
                XXH3_64bits_reset(running);
            XXH3_64bits_update(running, bytes.data(), taken);
            in_block += taken;
            if (in_block == CheckedBytes::block)
                end_block();
            bytes = bytes.subspan(taken);
        }
    }
    void end_block()
    {
        if (in_block > 0)
            sums.push_back(XXH3_64bits_digest(running));
        in_block = 0;
    }
};

namespace {

Problem cannot_write(const std::string& path, int error)
{
    return {path,
            0,
            0,
            Severity::error,
            std::string("the index cannot be saved: ") + std::strerror(error),
            "check that the folder exists, is writable and has room, or name another file with --index FILE",
            true};
}

} // namespace

ImageWriter::ImageWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}
ImageWriter::ImageWriter(ImageWriter&&) noexcept = default;
ImageWriter& ImageWriter::operator=(ImageWriter&&) noexcept = default;
ImageWriter::~ImageWriter() = default;

Outcome<ImageWriter> ImageWriter::create(const std::string& path, std::uint64_t identity)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) // a device, a folder: never replaced
        return cannot_write(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    auto file = std::make_unique<File>();
    file->path = path;
    file->identity = identity;
    file->running = XXH3_createState();
    file->open();
    if (file->descriptor < 0)
        return cannot_write(path, errno);
    file->at = sizeof(Header);
    return ImageWriter(std::move(file));
}

void ImageWriter::bytes(std::span<const char> section)
{
    file_->begin_section();
    file_->add(section);
    file_->end_block();
}

void ImageWriter::begin_parts() { file_->begin_section(); }

std::uint64_t ImageWriter::part(std::span<const char> bytes)
{
    constexpr std::array<char, 8> padding{};
    const std::uint64_t begin = file_->sections.back().size;
    file_->add(bytes);
    file_->add(std::span(padding).first((8 - bytes.size() % 8) % 8));
    return begin;
}

void ImageWriter::end_parts() { file_->end_block(); }

std::optional<Problem> ImageWriter::finish()
{
    Header header;
    header.identity = file_->identity;
    header.sections = file_->sections.size();
    std::string directory(reinterpret_cast<const char*>(file_->sections.data()),
                          file_->sections.size() * sizeof(Image::Section));
    directory.append(reinterpret_cast<const char*>(file_->sums.data()), file_->sums.size() * sizeof(std::uint64_t));
    header.directory_checksum = checksum(directory);
    file_->align();
    header.directory = file_->at;
    file_->write(directory);
    header.size = file_->at;
    header.checksum = checksum_of(header);
    file_->at = 0;
    file_->write({reinterpret_cast<const char*>(&header), sizeof header});
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (file_->error == 0 && (::fchmod(file_->descriptor, 0666 & ~mask) != 0 || ::fsync(file_->descriptor) != 0
                              || !file_->name_it()))
        file_->error = errno;
    if (file_->error != 0)
        return cannot_write(file_->path, file_->error);
    return std::nullopt;
}

// ---- reading -----------------------------------------------------------------------------------------------------

std::string_view to_string(ImageFault fault)
{
    switch (fault) {
    case ImageFault::none:
        return "it can be used";
    case ImageFault::absent:
        return "there is none";
    case ImageFault::unreadable:
        return "it cannot be read";
    case ImageFault::foreign:
        return "it is no index of verbatim";
    case ImageFault::other_version:
        return "another version of verbatim made it";
    case ImageFault::other_order:
        return "a machine with another byte order made it";
    case ImageFault::damaged:
        return "it is damaged";
    }
    return "";
}

struct Image::Mapping {
    ipc::file_mapping file;
    ipc::mapped_region region;
    [[nodiscard]] std::span<const char> bytes() const
    {
        return {static_cast<const char*>(region.get_address()), region.get_size()};
    }
};

Image::Image() = default;
Image::Image(Image&&) noexcept = default;
Image& Image::operator=(Image&&) noexcept = default;
Image::~Image() = default;

namespace {

ImageFault fault_of(const Header& header, std::uint64_t identity, std::size_t size)
{
    if (header.name != magic)
        return ImageFault::foreign;
    if (header.order != byte_order)
        return header.order == __builtin_bswap32(byte_order) ? ImageFault::other_order : ImageFault::damaged;
    if (header.version != format_version)
        return ImageFault::other_version;
    if (header.checksum != checksum_of(header) || header.size != size)
        return ImageFault::damaged;
    return header.identity == identity ? ImageFault::none : ImageFault::other_version;
}

} // namespace

Image Image::open(const std::string& path, std::uint64_t identity)
{
    Image image;
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        image.fault_ = errno == ENOENT || errno == ENOTDIR ? ImageFault::absent : ImageFault::unreadable;
        return image;
    }
    image.fault_ = ImageFault::foreign;
    if (!S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) < sizeof(Header))
        return image;
    auto mapping = std::make_shared<Mapping>();
    try {
        mapping->file = ipc::file_mapping(path.c_str(), ipc::read_only);
        mapping->region = ipc::mapped_region(mapping->file, ipc::read_only);
    } catch (const ipc::interprocess_exception&) {
        image.fault_ = ImageFault::unreadable;
        return image;
    }
    const std::span<const char> all = mapping->bytes();
    Header header;
    std::memcpy(&header, all.data(), sizeof header);
    image.fault_ = fault_of(header, identity, all.size());
    if (image.fault_ != ImageFault::none)
        return image;
    image.fault_ = ImageFault::damaged;
    if (header.directory > all.size())
        return image;
    const std::span<const char> directory = all.subspan(header.directory);
    if (checksum(directory) != header.directory_checksum)
        return image;
    image.mapping_ = std::move(mapping);
    if (image.read_directory(directory, header.sections, path))
        image.fault_ = ImageFault::none;
    return image;
}

bool Image::read_directory(std::span<const char> directory, std::size_t sections, const std::string& path)
{
    const std::size_t size = mapping_->bytes().size();
    if (sections > directory.size() / sizeof(Section))
        return false;
    const std::size_t places = sections * sizeof(Section);
    if ((directory.size() - places) % sizeof(std::uint64_t) != 0)
        return false;
    sections_.resize(sections);
    std::memcpy(sections_.data(), directory.data(), places);
    sums_.resize((directory.size() - places) / sizeof(std::uint64_t));
    std::memcpy(sums_.data(), directory.data() + places, directory.size() - places);
    for (const Section& section : sections_) {
        if (section.offset % alignment != 0 || section.offset > size || section.size > size - section.offset)
            return false;
        const std::size_t blocks = CheckedBytes::blocks(section.size);
        if (section.first_sum > sums_.size() || blocks > sums_.size() - section.first_sum)
            return false;
        checked_.push_back(std::make_unique<CheckedBytes>(mapping_->bytes().subspan(section.offset, section.size),
                                                          std::span(sums_).subspan(section.first_sum, blocks), path));
    }
    return true;
}

std::span<const char> Image::bytes(std::size_t section) const
{
    if (section >= sections_.size())
        return {};
    return mapping_->bytes().subspan(sections_[section].offset, sections_[section].size);
}

std::shared_ptr<const void> Image::owner() const { return mapping_; }

bool Image::intact(std::size_t section) const
{
    return section < sections_.size() && checked_[section]->intact();
}

// ---- block by block ----------------------------------------------------------------------------------------------

CheckedBytes::CheckedBytes(std::span<const char> bytes, std::span<const std::uint64_t> sums, std::string file)
    : bytes_(bytes), sums_(sums), seen_(std::make_unique<std::atomic<bool>[]>(sums.size())), file_(std::move(file))
{
}

bool CheckedBytes::is_sound(std::size_t at) const
{
    return checksum(bytes_.subspan(at * block, std::min(block, bytes_.size() - at * block))) == sums_[at];
}

bool CheckedBytes::intact() const
{
    for (std::size_t at = 0; at < sums_.size(); ++at)
        if (!is_sound(at))
            return false;
    return true;
}

void CheckedBytes::look_at(std::size_t at) const
{
    if (!is_sound(at))
        throw DamagedIndex(file_);
    seen_[at].store(true, std::memory_order_relaxed);
}

} // namespace verbatim::library

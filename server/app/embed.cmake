# Turns a folder of built pages into a table inside the binary (include/durf/app/embedded_assets.hpp).
#
# The bytes come in by the assembler's .incbin, which costs nothing whatever their size. They are copied first, so that building the
# pages anew while the server is being built cannot mix two builds or pull a file away. Another build of the pages has another
# build.txt, which makes CMake look again, as does a file that is added or goes away.

function(durf_content_type path result)
  cmake_path(GET path EXTENSION LAST_ONLY extension)
  if(extension STREQUAL ".html")
    set(type "text/html; charset=utf-8")
  elseif(extension STREQUAL ".js")
    set(type "text/javascript; charset=utf-8")
  elseif(extension STREQUAL ".css")
    set(type "text/css; charset=utf-8")
  elseif(extension STREQUAL ".svg")
    set(type "image/svg+xml")
  elseif(extension STREQUAL ".png")
    set(type "image/png")
  elseif(extension STREQUAL ".woff2")
    set(type "font/woff2")
  elseif(extension STREQUAL ".txt")
    set(type "text/plain; charset=utf-8")
  elseif(extension STREQUAL ".json")
    set(type "application/json")
  elseif(extension STREQUAL ".webmanifest")
    set(type "application/manifest+json")
  else()
    # A guess would be a page that works here and is refused by a browser with nosniff.
    message(FATAL_ERROR "server/app/embed.cmake knows no content type for ${path}")
  endif()
  set(${result} "${type}" PARENT_SCOPE)
endfunction()

function(durf_is_smaller path than result)
  set(${result} FALSE PARENT_SCOPE)
  if(EXISTS "${path}")
    file(SIZE "${path}" size)
    file(SIZE "${than}" than_size)
    if(size LESS than_size)
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endif()
endfunction()

# durf_embed(TARGET DIST): DIST may be empty, then nothing is embedded.
function(durf_embed target dist)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(build_id "none")
  set(files "")
  if(NOT dist STREQUAL "")
    if(NOT EXISTS "${dist}/index.html" OR NOT EXISTS "${dist}/build.txt")
      message(FATAL_ERROR "The web client is not built: there is no index.html with a build.txt in ${dist}.\n"
                          "Run scripts/build, or give -DDURF_WEB_DIST= for a server without pages.")
    endif()
    file(GLOB_RECURSE seen CONFIGURE_DEPENDS RELATIVE "${dist}" "${dist}/*")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${dist}/build.txt")
    file(REMOVE_RECURSE "${out}/dist")
    file(COPY "${dist}/" DESTINATION "${out}/dist")
    set(dist "${out}/dist")
    file(GLOB_RECURSE files RELATIVE "${dist}" "${dist}/*")
    list(REMOVE_ITEM files "build.txt")
    list(FILTER files EXCLUDE REGEX "\\.gz$")
    list(SORT files)
    file(STRINGS "${dist}/build.txt" build_id LIMIT_COUNT 1)
  endif()

  # The name of the build stands in it, so that another build is assembled anew whatever the times of its files.
  set(assembly "  # ${build_id}\n  .section .note.GNU-stack,\"\",%progbits\n  .section .rodata\n")
  set(symbols "")
  set(rows "")
  set(inputs "")
  macro(durf_embed_bytes symbol path)
    string(APPEND assembly "  .globl ${symbol}\n  .globl ${symbol}_end\n  .balign 16\n${symbol}:\n  .incbin \"${path}\"\n"
                           "${symbol}_end:\n  .byte 0\n")
    string(APPEND symbols "extern const char ${symbol}[], ${symbol}_end[];\n")
    list(APPEND inputs "${path}")
  endmacro()
  set(number 0)
  foreach(file IN LISTS files)
    durf_content_type("${file}" type)
    set(symbol "durf_asset_${number}")
    durf_embed_bytes(${symbol} "${dist}/${file}")
    set(gzip "std::nullopt")
    durf_is_smaller("${dist}/${file}.gz" "${dist}/${file}" smaller)
    if(smaller)
      durf_embed_bytes(${symbol}_gzip "${dist}/${file}.gz")
      set(gzip "between(${symbol}_gzip, ${symbol}_gzip_end)")
    endif()
    string(APPEND rows "      {\"/${file}\", \"${type}\", between(${symbol}, ${symbol}_end), ${gzip}},\n")
    math(EXPR number "${number} + 1")
  endforeach()

  set(table "// Made by server/app/embed.cmake.
#include \"durf/app/embedded_assets.hpp\"

#include <array>

extern \"C\" {
${symbols}}

namespace durf::app {
namespace {

[[maybe_unused]] std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::span<const EmbeddedAsset> embedded_assets() {
  static const std::array<EmbeddedAsset, ${number}> assets = {{
${rows}  }};
  return assets;
}

std::string_view embedded_build_id() { return \"${build_id}\"; }

}  // namespace durf::app
")
  # Written only when it says something else, so that looking again costs no compiling.
  file(CONFIGURE OUTPUT "${out}/assets.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${out}/assets_table.cpp" CONTENT "${table}" @ONLY)
  set_source_files_properties("${out}/assets.S" PROPERTIES OBJECT_DEPENDS "${inputs}")
  target_sources(${target} PRIVATE "${out}/assets.S" "${out}/assets_table.cpp")
endfunction()

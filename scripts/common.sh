# SPDX-License-Identifier: MIT
# What the scripts beside this file share: what is needed gets installed, what changed gets built. To be sourced, not run.
# Nothing of the system is changed but by apt, and by apt only what is missing. Everything that is made lies in build/,
# web-client/node_modules and web-client/dist. Steps stand one below the other and not behind "&&", where errexit does not reach.
# shellcheck shell=bash disable=SC2034
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
web=$root/web-client
server=$build/release/durf

packages_to_build=(
  g++ cmake ninja-build ca-certificates
  libboost1.81-dev nlohmann-json3-dev libspdlog-dev libfmt-dev libsqlite3-dev libssl-dev zlib1g-dev libcli11-dev libqrcodegencpp-dev
)
# Fonts, because a browser without any draws nothing where a page's own font has no glyph.
packages_to_test=(libgtest-dev openssl prometheus-cpp-dev fonts-liberation fonts-noto-color-emoji)

node_major=22  # taken when the system has none, or one too old for the tool chain
npm_major=10

# For the package and what stands before the server: openssl makes certificates, systemd looks at the unit, jq adds to Caddy's
# configuration.
packages_to_hand_over=(openssl systemd jq)
programs_unpacked=(nginx caddy)

say() { printf '\e[1m==>\e[0m %s\n' "$*" >&2; }
die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Prints the comment at the head of the script that calls it, up to the first line that is none.
print_usage() { sed -n '3,${/^#/!q; s/^# \{0,1\}//; p}' "$0"; }

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "this needs root, and there is no sudo: $*"
  fi
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null) == ii* ]]; }

# install_packages PACKAGE…: by apt, only what is missing. Does not ask, does not go to the network when nothing is missing.
install_packages() {
  local missing=() package
  have dpkg-query || die "this is made for Debian; elsewhere install the like of: $*"
  for package; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"
}

# unpack_programs PACKAGE…: takes Debian's packages apart in build/unpacked and puts what they bring first in PATH. For programs
# that would be started, and take port 80, if they were installed.
unpack_programs() {
  local package place=$build/unpacked
  mkdir -p "$place"
  for package; do
    if [[ ! -d $place/$package ]]; then
      say "unpacking $package into build/unpacked"
      as_root apt-get -q update
      rm -rf "$place/.coming"
      mkdir "$place/.coming"
      (cd "$place/.coming" && apt-get -q -o APT::Sandbox::User=root download "$package" && dpkg-deb -x ./*.deb tree)
      mv "$place/.coming/tree" "$place/$package"
      rm -r "$place/.coming"
    fi
    export PATH=$place/$package/usr/sbin:$place/$package/usr/bin:$PATH
  done
}

# A browser for the tests: whichever Chromium is there, else Debian's.
install_browser() { have chromium || have google-chrome || install_packages chromium; }

node_is_new_enough() {
  have node && have npm && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
}

# Puts a Node.js that the tool chain can use first in PATH. Where the system's is too old, npm's package `node` has the binary,
# and it brings along an npm of its own age.
ensure_node() {
  local own=$build/node/node_modules/.bin
  if [[ -x $own/node ]]; then
    export PATH=$own:$PATH
    node_is_new_enough && return 0
  fi
  node_is_new_enough && return 0
  # What comes with nodesource's package nodejs must not be replaced by Debian's package npm.
  if ! have node || ! have npm; then install_packages nodejs npm; fi
  node_is_new_enough && return 0
  say "taking Node.js $node_major into build/node (the system has $(node --version))"
  mkdir -p "$build/node"
  printf '{"private":true}\n' >"$build/node/package.json"
  npm install --prefix "$build/node" --no-audit --no-fund --loglevel=error "node@$node_major" "npm@$npm_major"
  export PATH=$own:$PATH
  hash -r
  node_is_new_enough || die "npm's package node gave $(node --version), which is too old as well"
}

# One build at a time, so that scripts/run and scripts/test can be started beside one another.
alone() {
  mkdir -p "$build"
  (
    flock 9
    "$@"
  ) 9>"$build/.lock"
}

install_web_packages() {
  local stamp=$web/node_modules/.installed wanted
  wanted=$(cd "$web" && { node --version && sha256sum package.json package-lock.json; } | sha256sum)
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0
  say "installing the web client's packages"
  (cd "$web" && npm ci --no-audit --no-fund --loglevel=error)
  printf '%s\n' "$wanted" >"$stamp"
}

# The build's name is a hash of its sources, so it also says whether there is anything to build.
web_is_built() {
  local built=$web/dist/build.txt
  [[ -f $built && $(<"$built") == $(cd "$web" && node --input-type=module -e '
    import { buildId } from "./tools/build-id.mjs";
    console.log(buildId());') ]]
}

build_web_alone() {
  install_web_packages
  web_is_built && return 0
  say "building the web client"
  (cd "$web" && npm run --silent build)
}
build_web() {
  ensure_node
  alone build_web_alone
}

# configure NAME OPTION…: prepares build/NAME.
configure() {
  local name=$1
  shift
  [[ -f $build/$name/build.ninja ]] || say "configuring build/$name"
  cmake -S "$root" -B "$build/$name" -G Ninja "$@" >"$build/$name.configure.log" 2>&1 || {
    cat "$build/$name.configure.log" >&2
    die "CMake could not configure build/$name"
  }
}

# compile NAME TARGET…: as many compilers as cores, since two more (ninja's habit) can take more memory than there is.
compile() {
  local name=$1
  shift
  cmake --build "$build/$name" --parallel "$(nproc)" --target "$@"
}

build_release_alone() {
  configure release -DCMAKE_BUILD_TYPE=Release -DDURF_SANITIZE= -DDURF_WEB_DIST="$web/dist"
  compile release "$@"
}
# build_server TARGET…: with the pages inside `durf`.
build_server() {
  build_web
  alone build_release_alone "$@"
}

// SPDX-License-Identifier: MIT
#include "app/own_addresses.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <memory>

namespace durf::app {
namespace {

struct Found {
  std::string text;
  int rank;  ///< smaller is likelier to be where the phones are
};

int rank_of_ipv4(std::uint32_t address) {
  const auto in = [&](std::uint32_t net, int bits) { return (address >> (32 - bits)) == (net >> (32 - bits)); };
  if (in(0xC0A80000, 16)) return 0;  // 192.168/16: most Wi-Fi
  if (in(0x0A000000, 8)) return 1;   // 10/8
  if (in(0xAC100000, 12)) return 3;  // 172.16/12: also where container bridges live
  if (in(0x7F000000, 8)) return 9;
  if (in(0xA9FE0000, 16)) return 8;  // link-local
  return 2;
}

}  // namespace

std::vector<std::string> own_addresses() {
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(first, &::freeifaddrs);
  std::vector<Found> found;
  for (const ifaddrs* one = first; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0) continue;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (one->ifa_addr->sa_family == AF_INET) {
      const auto& address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr)->sin_addr;
      ::inet_ntop(AF_INET, &address, text.data(), text.size());
      found.push_back({text.data(), rank_of_ipv4(ntohl(address.s_addr))});
    } else if (one->ifa_addr->sa_family == AF_INET6) {
      const auto& address = reinterpret_cast<const sockaddr_in6*>(one->ifa_addr)->sin6_addr;
      ::inet_ntop(AF_INET6, &address, text.data(), text.size());
      found.push_back({text.data(), IN6_IS_ADDR_LOOPBACK(&address) ? 9 : IN6_IS_ADDR_LINKLOCAL(&address) ? 8 : 5});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
  std::vector<std::string> addresses;
  for (Found& one : found) addresses.push_back(std::move(one.text));
  return addresses;
}

std::string address_for_phones(const std::string& listen_address, unsigned short port) {
  const bool everywhere = listen_address == "0.0.0.0" || listen_address == "::";
  std::string address = listen_address;
  if (everywhere) {
    const std::vector<std::string> own = own_addresses();
    address = own.empty() ? "127.0.0.1" : own.front();
  }
  if (address.find(':') != std::string::npos) address = "[" + address + "]";
  return "http://" + address + (port == 80 ? "" : ":" + std::to_string(port));
}

std::string address_over_tls(const std::string& name, unsigned short port) {
  const bool has_port = name.rfind(':') != std::string::npos && !name.ends_with(']');
  return "https://" + name + (has_port || port == 443 ? "" : ":" + std::to_string(port));
}

}  // namespace durf::app

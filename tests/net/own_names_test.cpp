// SPDX-License-Identifier: MIT
// Which Host and which Origin belong to this server: the table that keeps foreign pages out (adversary T12).
#include "net/own_names.hpp"

#include <gtest/gtest.h>

namespace durf::net {
namespace {

boost::asio::ip::address at(const char* text) { return boost::asio::ip::make_address(text); }

TEST(OwnNames, OnlyOwnAddressesLocalhostAndConfiguredNames) {
  OwnNames names({"Durf.example", "proxied.example:8443"});
  names.set_port(8080);
  const auto lan = at("192.168.1.20");
  EXPECT_TRUE(names.include("192.168.1.20:8080", lan));
  EXPECT_TRUE(names.include("localhost:8080", lan));
  EXPECT_TRUE(names.include("LOCALHOST:8080", lan));
  EXPECT_TRUE(names.include("durf.example:8080", lan));
  EXPECT_TRUE(names.include("durf.example", lan));
  EXPECT_TRUE(names.include("proxied.example:8443", lan));
  EXPECT_TRUE(names.include("[::1]:8080", at("::1")));
  EXPECT_TRUE(names.include("127.0.0.1:8080", at("127.0.0.1")));
  EXPECT_TRUE(names.include("192.168.1.20:8080", at("::ffff:192.168.1.20")));
  EXPECT_TRUE(names.include("[fe80::1]:8080", at("fe80::1%1")));

  EXPECT_FALSE(names.include("192.168.1.20", lan));
  EXPECT_FALSE(names.include("192.168.1.20:8081", lan));
  EXPECT_FALSE(names.include("192.168.1.21:8080", lan));
  EXPECT_FALSE(names.include("127.0.0.1:8080", lan));
  EXPECT_FALSE(names.include("evil.example:8080", lan));
  EXPECT_FALSE(names.include("durf.example:8081", lan));
  EXPECT_FALSE(names.include("proxied.example", lan));
  EXPECT_FALSE(names.include("proxied.example:8080", lan));
  EXPECT_FALSE(names.include("localhost.evil.example:8080", lan));
  EXPECT_FALSE(names.include("localhost:8080@evil.example", lan));
  EXPECT_FALSE(names.include("localhost:", lan));
  EXPECT_FALSE(names.include("localhost:08080x", lan));
  EXPECT_FALSE(names.include("[::1", at("::1")));
  EXPECT_FALSE(names.include("", lan));
  EXPECT_FALSE(names.include(":8080", lan));
}

TEST(OwnNames, PortEightyIsNotWritten) {
  OwnNames names({});
  names.set_port(80);
  EXPECT_TRUE(names.include("10.0.0.5", at("10.0.0.5")));
  EXPECT_TRUE(names.include("10.0.0.5:80", at("10.0.0.5")));
}

TEST(OwnNamesTL6, OverTlsThePortIsTheOneOfTls) {
  OwnNames names({"durf.example"});
  names.set_port(80);
  names.set_port(443, Scheme::https);
  EXPECT_TRUE(names.include("10.0.0.5", at("10.0.0.5"), Scheme::https));
  EXPECT_TRUE(names.include("10.0.0.5:443", at("10.0.0.5"), Scheme::https));
  EXPECT_FALSE(names.include("10.0.0.5:80", at("10.0.0.5"), Scheme::https));
  EXPECT_FALSE(names.include("10.0.0.5:443", at("10.0.0.5")));
  EXPECT_TRUE(names.include("durf.example:443", at("10.0.0.5"), Scheme::https));
}

TEST(OwnNamesTL6, OverTlsAPageOfPlainHttpIsForeign) {
  EXPECT_TRUE(same_origin("https://durf.example", "durf.example", Scheme::https));
  EXPECT_FALSE(same_origin("http://durf.example", "durf.example", Scheme::https));
}

TEST(OwnNamesTL7, GivenNamesAreThoseThatAreNoAddressAndNotLocalhost) {
  const OwnNames names({"Durf.example", "proxied.example:8443", "192.168.1.20", "[fe80::1]", "localhost", "Localhost.:8443",
                        "durf.localhost", "localhost.example"});
  for (const auto* name : {"durf.example", "DURF.example:8443", "proxied.example", "localhost.example"})
    EXPECT_TRUE(names.have_given_name(name)) << name;
  for (const auto* name : {"localhost", "LOCALHOST:8443", "localhost.", "durf.localhost:8443", "192.168.1.20", "[fe80::1]:8443", "other.example", ""})
    EXPECT_FALSE(names.have_given_name(name)) << name;
}

TEST(OwnNames, WhatNamesThisMachineForItselfAlone) {
  for (const auto* host : {"localhost", "LOCALHOST:8080", "localhost.:8080", "durf.localhost", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080",
                           "[::ffff:127.0.0.1]"})
    EXPECT_TRUE(names_loopback(host)) << host;
  for (const auto* host : {"durf.example", "localhost.example:8080", "192.168.1.20:8080", "[fe80::1]", "127.0.0.1.example", ""})
    EXPECT_FALSE(names_loopback(host)) << host;
}

TEST(OwnNames, TheOriginMustBeTheHosts) {
  EXPECT_TRUE(same_origin("http://localhost:8080", "localhost:8080"));
  EXPECT_TRUE(same_origin("https://durf.example", "durf.example"));
  EXPECT_TRUE(same_origin("HTTP://Localhost:8080", "localhost:8080"));
  EXPECT_FALSE(same_origin("http://localhost:8081", "localhost:8080"));
  EXPECT_FALSE(same_origin("http://localhost", "localhost:8080"));
  EXPECT_FALSE(same_origin("http://evil.example", "localhost:8080"));
  EXPECT_FALSE(same_origin("http://localhost:8080/", "localhost:8080"));
  EXPECT_FALSE(same_origin("null", "localhost:8080"));
  EXPECT_FALSE(same_origin("ftp://localhost:8080", "localhost:8080"));
  EXPECT_FALSE(same_origin("", "localhost:8080"));
}

}  // namespace
}  // namespace durf::net

import { describe, expect, it } from "vitest";
import { readAddress } from "./address.ts";

describe("an address that somebody typed", () => {
  it.each([
    ["https://news.example/a?b=1#top", "https://news.example/a?b=1"],
    ["  HTTP://News.Example  ", "http://news.example/"],
    ["news.example/a", "https://news.example/a"],
    ["news.example:8080/a", "https://news.example:8080/a"],
    ["https://localhost:3000/", "https://localhost:3000/"],
    ["https://zeitung.example/größe", "https://zeitung.example/gr%C3%B6%C3%9Fe"],
  ])("%s is %s", (typed, address) => {
    expect(readAddress(typed)).toEqual({ address });
  });

  it.each([
    ["", "There is no address."],
    ["two words", "An address has no spaces in it."],
    ["word", "This is no web address."],
    ["http://", "This is no web address."],
    ["ftp://news.example/a", "Only addresses that begin with http:// or https:// can be fetched."],
    ["javascript:alert(1)", "Only addresses that begin with http:// or https:// can be fetched."],
    ["https://me:secret@news.example/", "Leave the name and the password out of the address."],
    [`https://news.example/${"a".repeat(4_000)}`, "An address has at most 4000 characters."],
  ])("%s is refused", (typed, problem) => {
    expect(readAddress(typed)).toEqual({ problem });
  });
});

import { expect, it } from "vitest";
import { parseAddresses } from "./parse-addresses.ts";

function read(text: string) {
  return parseAddresses(text).map((line) =>
    line.kind === "refused" ? line.problem : `${line.kind} ${line.url}`,
  );
}

it.each([
  ["https://veldora.example/ferry", ["address https://veldora.example/ferry"]],
  ["veldora.example/ferry", ["address https://veldora.example/ferry"]],
  ["veldora.example:8080/ferry", ["address https://veldora.example:8080/ferry"]],
  ["http://127.0.0.1:4000/a", ["address http://127.0.0.1:4000/a"]],
  ["http://localhost:4000/a", ["address http://localhost:4000/a"]],
  ["<https://veldora.example/a>,", ["address https://veldora.example/a"]],
  [
    "https://veldora.example/a https://veldora.example/b",
    ["address https://veldora.example/a", "address https://veldora.example/b"],
  ],
  [
    "https://veldora.example/a\n\nhttps://veldora.example/a",
    ["address https://veldora.example/a", "repeated https://veldora.example/a"],
  ],
  ["ferry", ["This is no web address."]],
  ["javascript:alert(1)", ["Only addresses that begin with http:// or https:// can be fetched."]],
  [
    "ftp://veldora.example/a",
    ["Only addresses that begin with http:// or https:// can be fetched."],
  ],
  ["https://tove:secret@veldora.example/", ["Leave the name and the password out of the address."]],
])("reads %j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it("tells the line of each", () => {
  expect(parseAddresses("\na.example\n\nb").map(({ line }) => line)).toEqual([2, 4]);
});

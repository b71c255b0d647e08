import { describe, expect, it } from "vitest";
import { guessLanguage } from "./language.ts";

describe("guessLanguage", () => {
  it.each([
    [
      "en",
      "The minister of the island said that it was not the plan of the state to close the port, and that nobody had been told.",
    ],
    [
      "de",
      "Die Ministerin sagte, dass der Hafen nicht geschlossen werde und dass die Schiffe auf der Insel mit den Waren für den Winter bleiben.",
    ],
    [
      "fr",
      "Le ministre a dit que le port de la ville ne sera pas fermé et que les bateaux sont dans le golfe pour la nuit avec des vivres.",
    ],
    [
      "es",
      "El ministro dijo que el puerto de la isla no se cerrará y que los barcos con las mercancías para el invierno están en la bahía.",
    ],
    [
      "pt",
      "O ministro disse que o porto da ilha não será fechado e que os barcos com as mercadorias para o inverno estão na baía do sul.",
    ],
    ["ru", "Министр заявил, что порт острова не будет закрыт и что суда с товарами стоят в бухте."],
    ["uk", "Міністр заявив, що порт острова не буде закрито і що судна з товарами стоять у бухті."],
    ["ar", "قالت الوزارة إن الميناء لن يغلق وإن السفن باقية في الخليج"],
    ["ja", "大臣は港を閉鎖する計画はないと述べ、船は湾に停泊していると説明した。"],
    ["zh", "部长表示，该岛港口不会关闭，载有货物的船只仍停泊在海湾之内，一切照旧。"],
  ])("knows %s", (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it("says nothing where it cannot know", () => {
    expect(guessLanguage("Ilm")).toBeNull();
    expect(guessLanguage("Lorem ipsum dolor sit amet ".repeat(20))).toBeNull();
  });
});

import { letters } from "../measure.ts";
import type { PageBlock, Place } from "./place.ts";

/** Gathers the words of a page into blocks and collapses white space as a browser does. */
export class BlockWriter {
  readonly blocks: PageBlock[] = [];
  #place: Place | null = null;
  /** Pieces, joined once: a text that is asked for its end after each piece costs its length each time. */
  #pieces: string[] = [];
  #last = "";
  #linkedChars = 0;
  #linkDepth = 0;
  #preDepth = 0;
  #hasSpaceWaiting = false;

  text(value: string): void {
    if (this.#preDepth > 0) {
      this.#append(value);
      return;
    }
    const collapsed = value.replace(/[ \t\n\r\f]+/g, " ");
    if (collapsed === "") return;
    if (collapsed.startsWith(" ")) this.#hasSpaceWaiting = true;
    const words = collapsed.replace(/^ | $/g, "");
    if (words === "") return;
    if (this.#hasSpaceWaiting && this.#last !== "" && this.#last !== "\n" && this.#last !== "\t") {
      this.#push(" ");
    }
    this.#hasSpaceWaiting = collapsed.endsWith(" ");
    this.#append(words);
  }

  /** One break is a new line; two with nothing between end the block, as they show a blank line. */
  lineBreak(): void {
    this.#hasSpaceWaiting = false;
    if (this.#last === "\n" && this.#preDepth === 0 && this.#place) this.startBlock(this.#place);
    else if (this.#last !== "") this.#push("\n");
  }

  cell(): void {
    this.#hasSpaceWaiting = false;
    if (this.#last !== "") this.#push("\t");
  }

  startBlock(place: Place): void {
    this.endBlock();
    this.#place = place;
  }

  endBlock(): void {
    const text = this.#pieces.join("");
    if (this.#place && /\S/.test(text)) {
      this.blocks.push({
        text,
        place: this.#place,
        linkedChars: this.#linkedChars,
        letters: letters(text),
      });
    }
    this.#pieces = [];
    this.#last = "";
    this.#linkedChars = 0;
    this.#hasSpaceWaiting = false;
  }

  startLink(): void {
    this.#linkDepth++;
  }

  endLink(): void {
    this.#linkDepth = Math.max(0, this.#linkDepth - 1);
  }

  startPre(): void {
    this.#preDepth++;
  }

  endPre(): void {
    this.#preDepth = Math.max(0, this.#preDepth - 1);
  }

  #append(words: string): void {
    this.#push(words);
    if (this.#linkDepth > 0) this.#linkedChars += words.replace(/\s+/g, "").length;
  }

  #push(words: string): void {
    if (words === "") return;
    this.#pieces.push(words);
    this.#last = words.charAt(words.length - 1);
  }
}

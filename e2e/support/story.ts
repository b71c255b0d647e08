/** Paragraphs about a ship, so that stories of two ships are not taken for the same text. */
export function storyOf(ship: string): string[] {
  return [
    `The ${ship} left the harbour before dawn, said Ansa Kreel, who has counted ships at the ${ship} pier for thirty years. Nobody else on the quay had seen the ${ship} go.`,
    `A spokesman of the port denied that the ${ship} had been asked to wait. “We have never kept the ${ship} back,” he told reporters, and would not say who had signed the order.`,
    `Two hundred passengers of the ${ship} spent the night on benches. The owner of the ${ship} will pay for their rooms, according to a letter that this paper has read.`,
  ];
}

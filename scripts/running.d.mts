export function noteRunning(folder: string, pid: number, name: string): () => void;
export function listRunning(folder: string): string[];

export function withLock<T>(
  file: string,
  work: () => T | Promise<T>,
  options?: { onWait?: () => void },
): Promise<T>;
export function isAlive(pid: number): boolean;

/** A size in bytes. Made by `gib(10)` or `bytes(n)`, read by `showBytes(n)`. */
export type Bytes = number & { readonly unit: 'byte' }

export const bytes = (n: number): Bytes => n as Bytes
export const mib = (n: number): Bytes => bytes(Math.round(n * 1024 ** 2))
export const gib = (n: number): Bytes => bytes(Math.round(n * 1024 ** 3))
export const toGib = (size: Bytes): number => size / 1024 ** 3

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** A size in the largest unit that keeps it at 1 or more: `536870912 → "512 MiB"`, three digits at most. */
export function showBytes(size: Bytes): string {
  if (size < 0) return `−${showBytes(bytes(-size))}`
  let value: number = size
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${showNumber(value)} ${units[unit]}`
}

/** A figure with three significant digits below 100 and none after the point from 100: `1.7`, `62.4`, `1,008`. */
export function showNumber(n: number): string {
  const digits = n >= 100 || Number.isInteger(n) ? 0 : n >= 10 ? 1 : 2
  return n.toLocaleString('en', { maximumFractionDigits: digits })
}

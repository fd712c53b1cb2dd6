import type { Gpu } from '#domain/node.ts'

/** The name it is sold by stands in brackets behind its chip's: `"AD102 [GeForce RTX 4090]"`. */
const sold = (device: string) => /\[(.+)\]/.exec(device)?.[1] ?? device

/** `"NVIDIA GeForce RTX 4090"` */
export const cardName = ({ vendor, device }: Gpu): string =>
  `${vendor.replace(/ Corporation$/, '').replace(/^Advanced Micro Devices.*/, 'AMD')} ${sold(device)}`

/** `"RTX 4090"`: what people call it. */
export const shortCardName = ({ device }: Gpu): string => sold(device).replace(/^(GeForce|Radeon) /, '')

import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { limitFrames } from './frame-limit.ts'

const mask = [1, 2, 3, 4]
const long = (length: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}
const small = [0x82, 0x80 | 5, ...mask, 1, 2, 3, 4, 5]
const medium = Buffer.concat([Buffer.from([0x82, 0x80 | 126, 1, 0, ...mask]), Buffer.alloc(256)])
const frames = Buffer.concat([Buffer.from(small), medium, Buffer.from([0x89, 0x80, ...mask])])
const header = (length: number) => Buffer.concat([Buffer.from([0x82, 0x80 | 127]), long(length), Buffer.from(mask)])

test.each([1, 3, 14, 1000])('finds a frame above 16 MiB among others in chunks of %d bytes', (size) => {
  const socket = new PassThrough()
  const refuse = vi.fn()
  limitFrames(socket, refuse)
  const write = (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += size) socket.emit('data', bytes.subarray(at, at + size))
  }
  write(frames)
  write(header(16 * 2 ** 20))
  for (let sent = 0; sent < 16; sent++) socket.emit('data', Buffer.alloc(2 ** 20))
  write(frames)
  expect(refuse).not.toHaveBeenCalled()
  write(header(16 * 2 ** 20 + 1))
  expect(refuse).toHaveBeenCalledOnce()
})

import { expect, test } from 'vitest'
import { goUrl, splitHostPort } from './go-url.ts'

// Source of the expectations: Go 1.22 net/url parse, net.SplitHostPort
test.each([
  ['http://1.1.1.1:10', { scheme: 'http', hostname: '1.1.1.1' }],
  ['HTTP://me:pw@1.1.1.1/a:b?c', { scheme: 'http', hostname: '1.1.1.1' }],
  ['http://[2a10::5]:3000', { scheme: 'http', hostname: '2a10::5' }],
  ['http://[2a10::5]', { scheme: 'http', hostname: '2a10::5' }],
  ['http://1.1.1.1:', { scheme: 'http', hostname: '1.1.1.1' }],
  ['redis:path', { scheme: 'redis', hostname: '' }],
  ['plain', { scheme: '', hostname: '' }],
  ['//1.1.1.1', { scheme: '', hostname: '1.1.1.1' }],
  ['http://1.1.1.1:port', { problem: 'parse "http://1.1.1.1:port": invalid port ":port" after host' }],
  ['1.1.1.1:10', { problem: 'parse "1.1.1.1:10": first path segment in URL cannot contain colon' }],
  ['://x', { problem: 'parse "://x": missing protocol scheme' }],
])('URL %s', (text, parts) => expect(goUrl(text)).toEqual(parts))

test.each([
  ['1.1.1.1:10', { host: '1.1.1.1', port: '10' }],
  ['[::1]:10', { host: '::1', port: '10' }],
  ['1.1.1.1', { problem: 'address 1.1.1.1: missing port in address' }],
  ['[::1]', { problem: 'address [::1]: missing port in address' }],
  ['[::1]x:1', { problem: 'address [::1]x:1: missing port in address' }],
  ['[::1]:1:2', { problem: 'address [::1]:1:2: too many colons in address' }],
  ['[::1', { problem: "address [::1: missing ']' in address" }],
  ['::1', { problem: 'address ::1: too many colons in address' }],
])('address %s', (text, parts) => expect(splitHostPort(text)).toEqual(parts))

import { createHash } from 'node:crypto'

/** Fixes the extension's id. Nobody has its private half: it was thrown away. */
const key = [
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxLvbKEhwp+1GbCnIKgnWVd8fBvlSCv4Yc74ZWb9HYdANg7MAdQl6WAEu',
  '1KEQ7/T7/7eJQvBPkZkcACZpQc1HXyNPNDW5S0D3BZu+x7s3Hkfec9TEvYUIg6XLHHNeaZ9J/0JViXMCW8q/8WTa8wv6NeJKgaYv',
  'pM9etdDZujFm6g7PKJLjpg84vULF6bk6uh5B8l59aG6f0JVmv62ur+vNo51aZYHk0qkVCUJ4Oxl51c1/5t5PnbMFy4NGMdky8aSm',
  'NEhQTjB1KPOeFWcwBlqvYY8BgIgAZ55IS0cHVNEW7vIFYTwqaOstpO1IsCu9GFBiWG0ijitQtJd/YAChvIWnGQIDAQAB',
].join('')

/** As Chromium makes it of the key: the first 32 hex digits of its SHA-256, written with a to p. */
export const extensionId = createHash('sha256')
  .update(Buffer.from(key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))

/** The same rights, scripts and policy as polkadot-js/extension packages/extension/manifest_chrome.json. */
export const manifest = {
  manifest_version: 3,
  name: 'polkadot{.js} extension core, for tests',
  version: '0.62.3',
  key,
  permissions: ['storage', 'tabs'],
  background: { service_worker: 'background.js', type: 'module' },
  action: { default_title: 'Wallet', default_popup: 'index.html' },
  content_scripts: [{ js: ['content.js'], matches: ['http://*/*', 'https://*/*'], run_at: 'document_start' }],
  web_accessible_resources: [{ resources: ['page.js'], matches: ['*://*/*'] }],
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
}

/** By which its parts know each other's messages from those of other extensions, and their storage. */
export const prefix = 'e2e'

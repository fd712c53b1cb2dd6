import './popup.css'
import { createRoot } from 'react-dom/client'
import { Wallet } from './Wallet.tsx'

createRoot(document.getElementById('root')!).render(<Wallet />)

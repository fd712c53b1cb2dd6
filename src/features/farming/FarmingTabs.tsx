import { Link } from '@tanstack/react-router'
import { Tabs } from '#ui/Tabs.tsx'

/** What farmers have, and what they decide together. */
export const FarmingTabs = () => (
  <Tabs label="Farming">
    <Link to="/farming" activeOptions={{ exact: true }} className="tab">
      Your farms
    </Link>
    <Link to="/dao" className="tab">
      DAO
    </Link>
  </Tabs>
)

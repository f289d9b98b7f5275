// Drawer.
const AccountDrawer = ({ close }: { readonly close: () => void }) => <button onClick={close}>×</button>
export default AccountDrawer

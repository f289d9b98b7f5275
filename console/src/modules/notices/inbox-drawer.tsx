// Drawer.
const InboxDrawer = ({ close }: { readonly close: () => void }) => <button onClick={close}>×</button>
export default InboxDrawer

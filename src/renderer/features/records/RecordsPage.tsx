export const RecordsPage = () => null

export { PageLoading as default } from "#components/projects/page-loading.tsx";

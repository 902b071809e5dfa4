output "storage_account" {
  description = "The storage account that services use."
  value       = azurerm_storage_account.data.name
}

output "identity_client_id" {
  description = "The identity with which services use it."
  value       = azurerm_user_assigned_identity.use.client_id
}

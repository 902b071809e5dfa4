variable "environment" {
  description = "The environment, as the developer portal calls it."
  type        = string
}

variable "region" {
  description = "Where it is."
  type        = string
}

variable "replication" {
  description = "How many copies there are, and where: LRS, ZRS or GZRS."
  type        = string

  validation {
    condition     = contains(["LRS", "ZRS", "GZRS"], var.replication)
    error_message = "It is LRS, ZRS or GZRS."
  }
}

variable "retention_days" {
  description = "How long replaced and deleted blobs can be brought back."
  type        = number

  validation {
    condition     = var.retention_days >= 7 && var.retention_days <= 365
    error_message = "It is 7 to 365 days."
  }
}

locals {
  name = lower("${{ values.name }}-${var.environment}")

  tags = {
    owner       = "${{ values.owner.split('/') | last }}"
    system      = "${{ values.system.split('/') | last }}"
    component   = "${{ values.name }}"
    environment = var.environment
    cost-centre = "${{ values.costCentre }}"
  }
}

variable "environment" {
  description = "The environment, as the developer portal calls it."
  type        = string
}

variable "region" {
  description = "Where it is."
  type        = string
}

variable "retention_days" {
  description = "How long replaced and deleted objects can be brought back."
  type        = number

  validation {
    condition     = var.retention_days >= 7
    error_message = "Less than a week is too short to notice a mistake."
  }
}

locals {
  name = lower("example-infrastructure-${var.environment}")

  tags = {
    owner       = "booking"
    system      = "shipment-booking"
    component   = "example-infrastructure"
    environment = var.environment
    cost-centre = "CC-4711"
  }
}

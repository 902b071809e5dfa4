terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "6.20.0"
    }
  }

  # scripts/deploy.sh says which bucket and key: each environment has a state of its own.
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  # Everything that can have tags has these; nobody has to think of them.
  default_tags {
    tags = local.tags
  }
}

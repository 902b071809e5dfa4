output "bucket" {
  description = "The bucket that services use."
  value       = aws_s3_bucket.data.id
}

output "policy_arn" {
  description = "The policy that a role needs in order to use it."
  value       = aws_iam_policy.use.arn
}

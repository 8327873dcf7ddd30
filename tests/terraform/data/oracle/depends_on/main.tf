resource "terraform_data" "early" {
  input = "early"
}

resource "terraform_data" "late" {
  input      = "late"
  depends_on = [terraform_data.early, module.late]
}

resource "terraform_data" "guarded" {
  input = "guarded"
  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [terraform_data.early]
  }
  provisioner "local-exec" {
    command = "true"
  }
}

module "late" {
  source     = "./site"
  name       = "late"
  depends_on = [terraform_data.early]
}

output "value" {
  value = terraform_data.late.input
}

output "id" {
  value = terraform_data.late.id
}

output "module_value" {
  value = module.late.fixed
}

output "module_id" {
  value = module.late.id
}

output "output_early" {
  value = terraform_data.early.output
}

output "lifecycle" {
  value = terraform_data.guarded.input
}

given                   = 5
given_number            = "5"
given_list              = [1, "a"]
given_object            = { b = "2" }
given_null              = null
given_null_not_nullable = null

"""What every part of icplint talks in; standard library only."""
